const SLOTS = 2048;

/** Length, first, middle and last byte: enough to tell the keys of one format apart, nearly always. */
function slotOf(bytes: ArrayLike<number>, start: number, end: number): number {
  const at = (i: number): number => bytes[i] as number;
  const mixed = at(start) * 31 + at((start + end) >> 1) * 7 + at(end - 1) * 127 + (end - start) * 613;
  return mixed & (SLOTS - 1);
}

/** The keys that a reader asks for, each with a number: found in bytes without making text. */
export class KnownKeys<Key extends string> {
  /** The number of each key: its place in the list given. */
  readonly number: Readonly<Record<Key, number>>;
  readonly names: readonly Key[];
  readonly #bytes: readonly Uint8Array[];
  readonly #slots = new Int16Array(SLOTS).fill(-1);

  constructor(names: readonly Key[]) {
    this.names = names;
    this.#bytes = names.map(name => new TextEncoder().encode(name));
    this.number = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Key, number>;
    this.#bytes.forEach((bytes, i) => {
      let slot = slotOf(bytes, 0, bytes.length);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
      this.#slots[slot] = i;
    });
  }

  /** The number of the key that stands there, -1 when it is none of these. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return -1;
    for (let slot = slotOf(bytes, start, end); ; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.#slots[slot] as number;
      if (number === -1 || this.#isAt(number, bytes, start, end)) return number;
    }
  }

  #isAt(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const key = this.#bytes[number] as Uint8Array;
    if (key.length !== end - start) return false;
    for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
    return true;
  }
}
