import { toBase64, toHex } from '#portable/bytes/index.ts';
import type { BundleOrder, OrderedTranscript } from '#portable/bundle/index.ts';
import type { ProvableHead } from '../receipts/index.ts';
import type { BundleMaterial } from './ports.ts';

export type OrderContext = {
  readonly head: ProvableHead;
  readonly policy: string;
  readonly software: { readonly name: string; readonly version: string };
  readonly verifier: { readonly sha256: string; readonly sizeBytes: number };
  readonly transcripts: OrderedTranscript[];
  readonly now: Date;
};

/** The build order of a bundle of everything this submission holds, under one published head. Every event must be logged below it. */
export async function makeBuildOrder(material: BundleMaterial, context: OrderContext): Promise<BundleOrder> {
  const events = [];
  for (const { n, body, salt, logIndex } of material.events) {
    const proof = await context.head.prove(logIndex ?? -1);
    events.push({ n, event: toBase64(body), salt: toHex(salt), proof });
  }
  return {
    format: 'handover-bundle-order/v1',
    name: bundleName(material, context.now),
    reference: material.reference,
    force: material.force,
    createdAt: context.now.toISOString(),
    software: context.software,
    checkpoint: context.head.checkpoint,
    policy: context.policy,
    items: material.items.map(item => ({ facts: toBase64(item.facts), salt: toHex(item.salt) })),
    transcripts: context.transcripts,
    events,
    verifier: context.verifier,
  };
}

function bundleName(material: BundleMaterial, now: Date): string {
  const number = String(material.earlier + 1).padStart(2, '0');
  return `${material.reference}_${now.toISOString().slice(0, 10)}_${number}`;
}
