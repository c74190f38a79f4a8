import type { ReadOptions, Reading } from '../../chat/index.ts';

/** A reader of this program: the same bytes, options and version give the same reading. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Reading;

/** Every reader this program has, under the name and version that its readings carry. */
export const READERS: ReadonlyMap<string, Reader> = new Map();
