import type { ListedItem } from './contents.ts';
import type { FileDigests } from './item-checks.ts';

/** A file that somebody holds: the name it has there, and its digests. */
export type NamedFile = FileDigests & { name: string };

/**
 * Which item a file is. `same`: that item, byte for byte. Otherwise the nearest that can be said from names, sizes and
 * digests: it is the archive that an item was taken out of; an item has its name, or its size, but other bytes; or
 * nothing is alike. `item` is null for the last.
 */
export type PlacedFile = {
  name: string;
  sha256: string;
  sizeBytes: number;
  likeness: 'same' | 'archive' | 'name' | 'size' | 'none';
  item: ListedItem | null;
};

/** Finds the item that a file is, or the one it is most like. */
export function placeFile(file: NamedFile, items: readonly ListedItem[]): PlacedFile {
  const { name, sha256, sizeBytes } = file;
  for (const [likeness, holds] of LIKENESSES) {
    const item = items.find(one => holds(one, file));
    if (item !== undefined) return { name, sha256, sizeBytes, likeness, item };
  }
  return { name, sha256, sizeBytes, likeness: 'none', item: null };
}

/** Whether a file has exactly the bytes of an item, by both digests and the size. */
export function isSameFile(item: FileDigests, file: FileDigests): boolean {
  return item.sha256 === file.sha256 && item.sha512 === file.sha512 && item.sizeBytes === file.sizeBytes;
}

const LIKENESSES: readonly (readonly [
  Exclude<PlacedFile['likeness'], 'none'>,
  (item: ListedItem, file: NamedFile) => boolean,
])[] = [
  ['same', isSameFile],
  ['archive', ({ extractOf }, { sha256 }) => extractOf?.sha256 === sha256],
  ['name', (item, { name }) => item.name === name],
  ['size', (item, { sizeBytes }) => item.sizeBytes === sizeBytes],
];
