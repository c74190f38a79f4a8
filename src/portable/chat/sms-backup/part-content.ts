import { sha256 } from '@noble/hashes/sha2.js';

/** How many decoded bytes are gathered before they are hashed. */
const PIECE_BYTES = 4096;
const PADDING = 0x3d;
const NOT_BASE64 = 0xff;
const BLANK = 0xfe;
/** By place of a letter in its group of four: how far right its byte stands in the bits gathered. */
const SHIFTS = [0, 0, 4, 2];
/** The bits of the four letters `null`. */
const WORD_NULL = (39 << 18) | (46 << 12) | (37 << 6) | 37;

/** What each byte stands for (RFC 4648 section 4): six bits, a blank, or nothing of base64. */
const MEANINGS = meanings();

function meanings(): Uint8Array {
  const table = new Uint8Array(256).fill(NOT_BASE64);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let value = 0; value < alphabet.length; value++) table[alphabet.charCodeAt(value)] = value;
  for (const blank of ' \t\r\n') table[blank.charCodeAt(0)] = BLANK;
  return table;
}

/** What the base64 text of a part holds, taken in pieces of any size: never more than 4 KiB of it is kept. */
export class PartContent {
  /** The size of what was decoded, in bytes. Meaningful when `isWhole`. */
  sizeBytes = 0;
  readonly #hash: ReturnType<typeof sha256.create> | null;
  #piece: Uint8Array | null = null;
  #filled = 0;
  #bits = 0;
  #letters = 0;
  #padding = 0;
  #isBroken = false;

  /** `hashed`: also work out the SHA-256, which costs more than all the rest. */
  constructor(hashed: boolean) {
    this.#hash = hashed ? sha256.create() : null;
  }

  /** True when no content was given: nothing at all, or the word `null`, which this app writes for it. */
  get isAbsent(): boolean {
    if (this.#isBroken || this.#padding > 0) return false;
    return this.#letters === 0 || (this.#letters === 4 && this.#bits === WORD_NULL);
  }

  /** True when all that was taken is base64 and nothing is missing at its end. */
  get isWhole(): boolean {
    const rest = this.#letters % 4;
    const wanted = rest === 0 ? 0 : 4 - rest;
    return !this.#isBroken && rest !== 1 && (this.#padding === 0 || this.#padding === wanted);
  }

  /** The SHA-256 of what was decoded, in hexadecimal, when it was asked for. Once only, at the end. */
  sha256(): string | null {
    if (!this.#hash) return null;
    if (this.#piece) this.#hash.update(this.#piece.subarray(0, this.#filled));
    return Array.from(this.#hash.digest(), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  take(bytes: Uint8Array, start: number, end: number): void {
    if (this.#isBroken) return;
    for (let i = start; i < end; i++) {
      const value = MEANINGS[bytes[i] as number] as number;
      if (value < 64) this.#letter(value);
      else if (bytes[i] === PADDING) this.#padding += 1;
      else if (value !== BLANK) this.#isBroken = true;
    }
  }

  #letter(value: number): void {
    if (this.#padding > 0) this.#isBroken = true;
    this.#letters += 1;
    this.#bits = ((this.#bits << 6) | value) & 0xffffff;
    const place = this.#letters & 3;
    if (place === 1) return;
    // Second, third and fourth letter of a group each complete a byte.
    this.sizeBytes += 1;
    if (this.#hash) this.#put((this.#bits >> (SHIFTS[place] as number)) & 0xff);
  }

  #put(byte: number): void {
    this.#piece ??= new Uint8Array(PIECE_BYTES);
    this.#piece[this.#filled] = byte;
    this.#filled += 1;
    if (this.#filled < PIECE_BYTES) return;
    this.#hash?.update(this.#piece);
    this.#filled = 0;
  }
}
