import { toHex } from '#portable/bytes/index.ts';
import { HandoverError } from '../error.ts';
import { type BlobStore, type Digests, type EvidenceOpener, openItem } from '../sealing/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import type { ItemRow, RecordPages } from './ports.ts';

/** A slice ends after this many bytes, or this many items. */
const BYTES_A_SLICE = 64 * 1024 * 1024;
const ITEMS_A_SLICE = 64;

export type ItemParts = {
  readonly pages: RecordPages;
  readonly blobs: BlobStore;
  readonly opener: EvidenceOpener;
  readonly digests: Digests;
};

/** Every item: read from the store to its last byte, opened, and hashed; size and both digests are those that were sealed. */
export function itemCheck(parts: ItemParts): Check {
  return {
    id: 'items',
    ...CHECK_TITLES.items,
    async slice(from) {
      const items = await parts.pages.items(from ?? '', ITEMS_A_SLICE);
      const faults: Omit<Fault, 'check'>[] = [];
      let bytes = 0;
      let seen = 0;
      for (const item of items) {
        for (const what of await faultsOf(parts, item))
          faults.push({ where: `item ${toHex(item.id)}`, what });
        bytes += item.sizeBytes;
        seen += 1;
        if (bytes >= BYTES_A_SLICE) break;
      }
      const last = items[seen - 1];
      const isEnd = last === undefined || (seen === items.length && items.length < ITEMS_A_SLICE);
      return { next: isEnd ? null : toHex(last.id), seen, faults };
    },
  };
}

async function faultsOf({ blobs, opener, digests }: ItemParts, item: ItemRow): Promise<string[]> {
  if (item.isDisposed) return [];
  const [sha256, sha512] = [digests.sha256(), digests.sha512()];
  let sizeBytes = 0;
  try {
    const stored = { itemId: item.id, blobId: item.blobId, segments: item.segments };
    for await (const plain of openItem({ blobs, opener }, stored)) {
      sha256.update(plain);
      sha512.update(plain);
      sizeBytes += plain.length;
    }
  } catch (error) {
    return [wordsOf(error)];
  }
  const wrong = [
    ...(sizeBytes === item.sizeBytes ? [] : [`its size is ${sizeBytes} bytes, not ${item.sizeBytes}`]),
    ...(toHex(sha256.digest()) === toHex(item.sha256) ? [] : ['its SHA-256 differs']),
    ...(toHex(sha512.digest()) === toHex(item.sha512) ? [] : ['its SHA-512 differs']),
  ];
  return wrong.length === 0 ? [] : [`What is stored is not what was sealed: ${wrong.join('; ')}.`];
}

function wordsOf(error: unknown): string {
  if (error instanceof HandoverError && error.code === 'seal-mismatch')
    return 'A piece of it is damaged or cannot be opened.';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'A piece of it is not in the store.';
  return `It could not be read${code === '' ? '' : ` (${code})`}.`;
}
