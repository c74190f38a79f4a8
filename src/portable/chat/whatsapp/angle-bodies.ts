import { ByteStrings } from '../byte-strings.ts';

const NEWLINE = 0x0a;
const LESS = 0x3c;
const GREATER = 0x3e;
const SHORTEST = 6;
const LONGEST = 120;
/** An export has one such phrase, or a few; more are not compared. */
const MOST_PHRASES = 1000;

function isAngled(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST || end - start > LONGEST) return false;
  if (bytes[start] !== LESS || bytes[end - 1] !== GREATER) return false;
  let parted = false;
  for (let i = start + 1; i < end - 1; i++) {
    const byte = bytes[i] as number;
    if (byte === LESS || byte === GREATER || byte === NEWLINE) return false;
    parted ||= byte === 0x20 || byte >= 0x80;
  }
  return parted;
}

/**
 * Bodies that stand wholly in angle brackets. The same words again and again are how the app says, in a language
 * whose wording is not known here, that it left a file out.
 */
export class AngleBodies {
  readonly #strings = new ByteStrings();
  readonly #counts: number[] = [];

  note(bytes: Uint8Array, start: number, end: number): void {
    if (!isAngled(bytes, start, end)) return;
    const known = this.#strings.find(bytes, start, end);
    if (known < 0 && this.#strings.size >= MOST_PHRASES) return;
    const id = known < 0 ? this.#strings.intern(bytes, start, end) : known;
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  isRepeated(bytes: Uint8Array, start: number, end: number): boolean {
    return isAngled(bytes, start, end) && (this.#counts[this.#strings.find(bytes, start, end)] ?? 0) > 1;
  }

  /** True when every phrase that is repeated in one is in the other. */
  agrees(other: AngleBodies): boolean {
    return this.#isWithin(other) && other.#isWithin(this);
  }

  #isWithin(other: AngleBodies): boolean {
    return this.#counts.every((count, id) => {
      const bytes = this.#strings.bytesOf(id);
      return count < 2 || other.isRepeated(bytes, 0, bytes.length);
    });
  }
}
