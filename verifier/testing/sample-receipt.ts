import type { Sample } from '../../src/portable/bundle/testing/sample-bundle.ts';
import { fromBase64, fromHex } from '../../src/portable/bytes/index.ts';
import { encodeReceipt } from '../../src/portable/receipt/index.ts';

/** A receipt of the items of a sample, by the first events of its record. */
export function sampleReceipt({ order }: Sample): Uint8Array {
  const opened = order.events.flatMap(entry => ('event' in entry ? [entry] : []));
  const events = opened.slice(0, 1 + order.items.length);
  return encodeReceipt({
    reference: order.reference,
    force: order.force,
    events: events.map(({ event, salt, proof }) => ({ event: base64(event), salt: hex(salt), proof })),
    items: order.items.map(({ facts, salt }) => ({ facts: base64(facts), salt: hex(salt) })),
  });
}

function base64(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(0);
}

function hex(text: string): Uint8Array {
  return fromHex(text) ?? new Uint8Array(0);
}
