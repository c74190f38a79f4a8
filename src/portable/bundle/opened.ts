import { fromBase64, fromHex } from '../bytes/index.ts';
import { decodeEvent, decodeItemFacts } from '../continuity/index.ts';
import type { ContinuityEvent, ItemFacts } from '../continuity/index.ts';

/** The item facts in a base64 opening, or null. */
export function openedFacts(item: { facts: string }): ItemFacts | null {
  const decoded = decodeItemFacts(fromBase64(item.facts) ?? new Uint8Array(0));
  return decoded.ok ? decoded.facts : null;
}

/** The event of an opened entry whose salt is a salt, or null. */
export function openedEvent(entry: { event: string; salt: string }): ContinuityEvent | null {
  if (fromHex(entry.salt)?.length !== 32) return null;
  const decoded = decodeEvent(fromBase64(entry.event) ?? new Uint8Array(0));
  return decoded.ok ? decoded.event : null;
}
