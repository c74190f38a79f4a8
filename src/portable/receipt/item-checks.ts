import { sha512 } from '@noble/hashes/sha2.js';
import { sha256, toHex } from '../bytes/index.ts';
import { itemSealedFacts } from '../continuity/index.ts';
import type { Finding } from '../findings/index.ts';
import { acknowledgedItem } from './addition-receipt.ts';
import { ITEM_SEALED } from './event-types.ts';
import type { OpenedEvent, OpenedItem, OpenedReceipt } from './opened-receipt.ts';
import { isSameFile } from './place-file.ts';
import { finding } from './words.ts';

/** Digests of one file, in hex, and its size in bytes: enough to compare it without holding it. */
export type FileDigests = { sha256: string; sha512: string; sizeBytes: number };

/** The items listed are exactly those that the events seal: each once, with the facts that were committed to. */
export function checkItems({ events, items }: OpenedReceipt): Finding {
  if (events.some(({ event }) => event === null)) return finding('items-sealed', 'unreadable');
  const where = [...unsealedItems(events, items), ...unlistedItems(events, items)];
  return finding('items-sealed', where.length === 0 ? 'passed' : 'failed', { count: items.length, where });
}

/** Each sealed item by its id: the hex commitment to its facts. A malformed event seals nothing. */
function sealings(events: readonly OpenedEvent[]): { n: number; item: string; content: string }[] {
  return events.flatMap(({ n, event }) => {
    if (event === null) return [];
    const sealed = event.type === ITEM_SEALED ? itemSealedFacts(event.facts) : acknowledgedItem(event);
    return sealed === null ? [] : [{ n, ...sealed }];
  });
}

function unsealedItems(events: readonly OpenedEvent[], items: readonly OpenedItem[]): string[] {
  const sealed = new Map(sealings(events).map(({ item, content }) => [item, content]));
  return items.flatMap(({ n, facts, content }) => {
    if (facts === null) return [`item ${n}: its facts cannot be read`];
    if (sealed.get(facts.item) !== toHex(content)) return [`item ${n}: no event sealed it with these facts`];
    // A second listing of the same item finds nothing left to match.
    sealed.delete(facts.item);
    return [];
  });
}

function unlistedItems(events: readonly OpenedEvent[], items: readonly OpenedItem[]): string[] {
  const listed = new Set(items.map(({ facts }) => facts?.item));
  const malformed = events.flatMap(({ n, event }) =>
    event?.type === ITEM_SEALED && itemSealedFacts(event.facts) === null
      ? [`event ${n}: it does not say what it sealed`]
      : [],
  );
  const missing = sealings(events).filter(({ item }) => !listed.has(item));
  return [...malformed, ...missing.map(({ n }) => `event ${n}: the item that it sealed is not listed`)];
}

/** Each file given is, byte for byte, an item of the receipt. */
export function checkFiles({ items }: OpenedReceipt, files: readonly (Uint8Array | FileDigests)[]): Finding {
  if (files.length === 0) return finding('files-match', 'no-files');
  const known = items.flatMap(({ facts }) => (facts === null ? [] : [facts]));
  const where = files
    .map(digestsOf)
    .flatMap((file, i) => (known.some(item => isSameFile(item, file)) ? [] : [`file ${i + 1}`]));
  return finding('files-match', where.length === 0 ? 'passed' : 'failed', { count: files.length, where });
}

function digestsOf(file: Uint8Array | FileDigests): FileDigests {
  if (!(file instanceof Uint8Array)) return file;
  return { sha256: toHex(sha256(file)), sha512: toHex(sha512(file)), sizeBytes: file.length };
}
