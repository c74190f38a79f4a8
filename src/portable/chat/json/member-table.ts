/** Above this the room is given back after use. */
const MOST_KEPT = 1 << 16;
const PLACES = 4;

/** A member of an object: the text between the key's quotes, and the value's bytes. */
export interface Member {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the members of one object stand, in file order: four places each, the beginning and end of the key between its
 * quotes and of the value. One table serves object after object.
 */
export class MemberTable {
  size = 0;
  /** The places; those of the first `size` members mean something. */
  #places: number[] = [];

  clear(): void {
    this.size = 0;
    if (this.#places.length > MOST_KEPT) this.#places = [];
  }

  /** A key ends, and its value begins at or after `start`. */
  begin(keyStart: number, keyEnd: number, start: number): void {
    const at = this.size * PLACES;
    this.#places[at] = keyStart;
    this.#places[at + 1] = keyEnd;
    this.#places[at + 2] = start;
  }

  /** The value of the member begun last ends. */
  finish(end: number): void {
    this.#places[this.size * PLACES + 3] = end;
    this.size += 1;
  }

  keyStart(i: number): number {
    return this.#places[i * PLACES] as number;
  }

  keyEnd(i: number): number {
    return this.#places[i * PLACES + 1] as number;
  }

  start(i: number): number {
    return this.#places[i * PLACES + 2] as number;
  }

  end(i: number): number {
    return this.#places[i * PLACES + 3] as number;
  }

  member(i: number): Member {
    return { keyStart: this.keyStart(i), keyEnd: this.keyEnd(i), start: this.start(i), end: this.end(i) };
  }
}
