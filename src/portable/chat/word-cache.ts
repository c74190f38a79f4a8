const SLOTS = 1024;
const LONGEST = 64;

/**
 * Text that comes again and again, as names do, by its bytes. It holds so many words and lets go of one for another: a file
 * of nothing but different words costs no more.
 */
export class WordCache {
  readonly #bytes: (Uint8Array | undefined)[] = Array.from({ length: SLOTS });
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => '');

  /** The text kept for these bytes. */
  find(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start > LONGEST) return null;
    const slot = slotOf(bytes, start, end);
    if (this.#isAt(slot, bytes, start, end)) return this.#texts[slot] as string;
    return this.#isAt(slot ^ 1, bytes, start, end) ? (this.#texts[slot ^ 1] as string) : null;
  }

  /** Keeps the text of the bytes; what stood in its place moves one aside, so that two words do not displace each other. */
  keep(bytes: Uint8Array, start: number, end: number, text: string): void {
    if (end - start > LONGEST) return;
    const slot = slotOf(bytes, start, end);
    this.#bytes[slot ^ 1] = this.#bytes[slot];
    this.#texts[slot ^ 1] = this.#texts[slot] as string;
    this.#bytes[slot] = bytes.slice(start, end);
    this.#texts[slot] = text;
  }

  #isAt(slot: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.#bytes[slot];
    return known !== undefined && isSame(known, bytes, start, end);
  }
}

/** By length, the first bytes and the last: people's numbers differ in those. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  const at = (i: number): number => bytes[i] as number;
  const last = at(end - 1) * 131 + at(Math.max(start, end - 2)) * 31 + at(Math.max(start, end - 3)) * 17;
  const mixed = last + at(start) * 61 + at((start + end) >> 1) * 257 + (end - start) * 7;
  return (mixed ^ (mixed >> 10)) & (SLOTS - 1);
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
