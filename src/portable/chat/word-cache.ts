const SLOTS = 1024;
const LONGEST = 64;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Text that comes again and again, as names do, by its bytes. It holds so many words and lets go of one for another: a file
 * of nothing but different words costs no more.
 */
export class WordCache {
  readonly #bytes: (Uint8Array | undefined)[] = Array.from({ length: SLOTS });
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => '');
  #slot = 0;

  /** The text kept for these bytes. */
  find(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start > LONGEST) return null;
    let hash = FNV_OFFSET;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
    this.#slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#bytes[this.#slot];
    return known !== undefined && isSame(known, bytes, start, end)
      ? (this.#texts[this.#slot] as string)
      : null;
  }

  /** Keeps the text of the bytes that were just looked for and not found. */
  keep(bytes: Uint8Array, start: number, end: number, text: string): void {
    if (end - start > LONGEST) return;
    this.#bytes[this.#slot] = bytes.slice(start, end);
    this.#texts[this.#slot] = text;
  }
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
