import { fromBase64, fromHex, toHex } from '../bytes/index.ts';
import { decodeItemFacts, itemCommitment } from '../continuity/index.ts';
import type { ItemFacts } from '../continuity/index.ts';
import { decodeJsonLine } from './cover.ts';
import { isHex, isText, shaped } from './json-shape.ts';

/** An item's opening, read: its facts, and the commitment (64 hex) that its `item-sealed` event has to hold. */
export type ItemOpening = { facts: ItemFacts; content: string };

const isOpening = shaped({ facts: isText, salt: value => isHex(value, 32) });

/** Reads `data/items/I0001.json`; null for anything but the one form. Never throws. */
export function decodeOpening(bytes: Uint8Array): ItemOpening | null {
  const value = decodeJsonLine(bytes);
  if (!isOpening(value)) return null;
  const opening = value as { facts: string; salt: string };
  const [factsBytes, salt] = [fromBase64(opening.facts), fromHex(opening.salt)];
  if (!factsBytes || !salt) return null;
  const decoded = decodeItemFacts(factsBytes);
  return decoded.ok ? { facts: decoded.facts, content: toHex(itemCommitment(salt, factsBytes)) } : null;
}
