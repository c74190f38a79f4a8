import type { StateReader, StateWriter } from './kept-state.ts';

/** Letters are counted in blocks of so many. */
const BLOCK = 1024;
/** So many such blocks in a row are too much. */
const TOO_MANY_BLOCKS = 3;
const SLOTS = 4096;

const LETTERS = 0;
const SYLLABLES = 1;
const SYMBOLS = 2;
type Kind = typeof LETTERS | typeof SYLLABLES | typeof SYMBOLS;

/**
 * Pairs of equal characters that a block has at least when people wrote it. A block drawn evenly from k characters has
 * about 524,288 / k: 2,048 for the letters of an alphabet of 256, 128 for 4,096 Chinese characters.
 */
const LEAST_PAIRS: Readonly<Record<Kind, number>> = { [LETTERS]: 2800, [SYLLABLES]: 600, [SYMBOLS]: 2800 };

/** From which code point on which kind begins. Scripts of syllables and ideographs have hundreds of signs in daily use. */
const KINDS: readonly (readonly [from: number, kind: Kind])[] = [
  [0x80, LETTERS],
  [0x1200, SYLLABLES],
  [0x13a0, LETTERS],
  [0x1400, SYLLABLES],
  [0x1680, LETTERS],
  [0x2000, SYMBOLS],
  [0x2c00, LETTERS],
  [0x2e80, SYLLABLES],
  [0xa640, LETTERS],
  [0xac00, SYLLABLES],
  [0xd7b0, LETTERS],
  [0xf900, SYLLABLES],
  [0xfb00, LETTERS],
  [0xfe00, SYMBOLS],
  [0xfe10, LETTERS],
  [0x12000, SYLLABLES],
  [0x1d000, LETTERS],
  [0x1f000, SYMBOLS],
  [0x20000, SYLLABLES],
  [0xe0000, SYMBOLS],
];

/**
 * Finds files written in letters that are not ASCII: bytes taken for Latin, Cyrillic or any other letters, alphabets of
 * a thousand emoji or of Chinese characters (base2048, base32768, base65536, Ecoji).
 *
 * People use a few characters much and most hardly ever; written bytes use all of an alphabet evenly. So equal pairs are
 * counted in each block. Expects UTF-8, and passes over what is
 * not. Work: a fixed amount for a character.
 */
export class EvenLetters {
  #blocks: Blocks | null = null;
  #point = 0;
  #missing = 0;

  /** Reads on; true when the text so far holds too long a stretch. */
  push(text: Uint8Array): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const byte = text[at]!;
      if (byte < 0x80) continue;
      if (byte >= 0xc0) {
        this.#missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        this.#point = byte & (0x3f >> this.#missing);
        continue;
      }
      if (this.#missing === 0) continue;
      this.#point = (this.#point << 6) | (byte & 0x3f);
      this.#missing -= 1;
      if (this.#missing === 0 && this.#take(this.#point)) return true;
    }
    return false;
  }

  save(state: StateWriter): void {
    state.number(this.#point);
    state.number(this.#missing);
    state.flag(this.#blocks !== null);
    for (const block of this.#blocks ?? []) block.save(state);
  }

  load(state: StateReader): void {
    this.#point = state.whole(0x1f_ffff);
    this.#missing = state.whole(3);
    this.#blocks = state.flag() ? newBlocks() : null;
    for (const block of this.#blocks ?? []) block.load(state);
  }

  #take(point: number): boolean {
    this.#blocks ??= newBlocks();
    return this.#blocks[kindOf(point)].take(point);
  }
}

type Blocks = readonly [Block, Block, Block];

function newBlocks(): Blocks {
  return [new Block(LETTERS), new Block(SYLLABLES), new Block(SYMBOLS)];
}

class Block {
  readonly #least: number;
  readonly #counts = new Uint16Array(SLOTS);
  #size = 0;
  #pairs = 0;
  #even = 0;

  constructor(kind: Kind) {
    this.#least = LEAST_PAIRS[kind];
  }

  /** Counts one more; true when it ends one even block too many. */
  take(point: number): boolean {
    this.#count((point ^ (point >> 12)) % SLOTS);
    if (this.#size < BLOCK) return false;
    this.#even = this.#pairs < this.#least ? this.#even + 1 : 0;
    this.#size = 0;
    this.#pairs = 0;
    this.#counts.fill(0);
    return this.#even >= TOO_MANY_BLOCKS;
  }

  /** Which characters were counted, each as two bytes: fewer than `BLOCK`, while there are 4,096 counts. */
  save(state: StateWriter): void {
    state.number(this.#even);
    const slots: number[] = [];
    for (const [slot, count] of this.#counts.entries())
      for (let n = 0; n < count; n += 1) slots.push(slot >> 8, slot & 255);
    state.bytes(Uint8Array.from(slots));
  }

  load(state: StateReader): void {
    this.#even = state.whole(TOO_MANY_BLOCKS - 1);
    const slots = state.bytes(2 * (BLOCK - 1));
    for (let at = 0; at + 1 < slots.length; at += 2)
      this.#count(((slots[at]! << 8) | slots[at + 1]!) % SLOTS);
  }

  #count(slot: number): void {
    this.#pairs += this.#counts[slot]!;
    this.#counts[slot]! += 1;
    this.#size += 1;
  }
}

function kindOf(point: number): Kind {
  let kind: Kind = LETTERS;
  for (const [from, next] of KINDS) {
    if (point < from) break;
    kind = next;
  }
  return kind;
}
