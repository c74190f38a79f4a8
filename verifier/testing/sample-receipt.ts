import { makeSample } from '../../src/portable/bundle/testing/sample-bundle.ts';
import type { SampleItem } from '../../src/portable/bundle/testing/sample-bundle.ts';
import { fromBase64, fromHex } from '../../src/portable/bytes/index.ts';
import { encodeReceipt } from '../../src/portable/receipt/index.ts';

/** The receipt of the submission that a sample bundle of these items is of, by its whole record and its log. */
export async function sampleReceipt(items: SampleItem[]): Promise<Uint8Array> {
  const { order } = await makeSample({ items });
  const opened = order.events.flatMap(entry => ('event' in entry ? [entry] : []));
  return encodeReceipt({
    reference: order.reference,
    force: order.force,
    events: opened.map(({ event, salt, proof }) => ({ event: base64(event), salt: hex(salt), proof })),
    items: order.items.map(({ facts, salt }) => ({ facts: base64(facts), salt: hex(salt) })),
  });
}

function base64(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(0);
}

function hex(text: string): Uint8Array {
  return fromHex(text) ?? new Uint8Array(0);
}
