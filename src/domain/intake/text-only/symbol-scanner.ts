import { ENDS, PASSED } from './alphabets.ts';
import type { StateReader, StateWriter } from './kept-state.ts';
import { FOREIGN_FILES, type ForeignFile } from './signatures.ts';
import type { Pattern, SymbolPatterns } from './symbol-patterns.ts';

/** Symbols that must follow a weak match before it counts. */
const FOLLOWING = 32;
/** A power of two, longer than any pattern, also with what follows it. */
export const REMEMBERED = 64;
const MOST_SYMBOLS = 2 ** 48;

/**
 * Finds the beginning of a foreign file written in one alphabet, anywhere in a stream of text: lines, spaces, quotes and
 * anything else outside the alphabet between its characters do not hide it, nor does where it begins within a group.
 *
 * A table over the newest symbols picks the few places where a pattern may end; there the pattern is compared backwards.
 * So a byte of text costs about one table look-up.
 */
export class SymbolScanner {
  readonly #patterns: SymbolPatterns;
  readonly #recent = new Uint8Array(REMEMBERED);
  #count = 0;
  #window = 0;
  /** Symbols compared with patterns so far: a measure of work for tests. */
  compared = 0;
  #weak: { readonly kind: ForeignFile; readonly following: number[] } | null = null;

  constructor(patterns: SymbolPatterns) {
    this.#patterns = patterns;
  }

  /** Reads on. Returns what was found, or null; what was seen before is remembered across calls. */
  push(text: Uint8Array | Uint16Array): ForeignFile | null {
    const { alphabet, windowMask, mayEnd } = this.#patterns;
    const { values, bits } = alphabet;
    const recent = this.#recent;
    // Kept in local variables: this loop runs for every byte of every upload.
    let count = this.#count;
    let window = this.#window;
    let isFollowing = this.#weak !== null;
    for (let at = 0; at < text.length; at += 1) {
      const value = values[text[at]!]!;
      if (value === PASSED) continue;
      if (value === ENDS) {
        count = 0;
        if (isFollowing) this.#weak = null;
        isFollowing = false;
        continue;
      }
      recent[count & (REMEMBERED - 1)] = value;
      count += 1;
      window = ((window << bits) | value) & windowMask;
      if (mayEnd[window] === 0 && !isFollowing) continue;
      const found = this.#follow(value) ?? this.#compare(window, count);
      if (found !== null) return found;
      isFollowing = this.#weak !== null;
    }
    this.#count = count;
    this.#window = window;
    return null;
  }

  save(state: StateWriter): void {
    state.bytes(this.#recent);
    state.number(this.#count);
    state.number(this.#window);
    state.number(this.#weak === null ? 0 : FOREIGN_FILES.indexOf(this.#weak.kind) + 1);
    state.bytes(Uint8Array.from(this.#weak?.following ?? []));
  }

  load(state: StateReader): void {
    state.fill(this.#recent);
    this.#count = state.whole(MOST_SYMBOLS);
    this.#window = state.whole(this.#patterns.windowMask);
    const kind = FOREIGN_FILES[state.whole(FOREIGN_FILES.length) - 1];
    const following = [...state.bytes(FOLLOWING - 1)];
    this.#weak = kind === undefined ? null : { kind, following };
  }

  /** Compares the patterns that may end at the newest symbol. */
  #compare(window: number, count: number): ForeignFile | null {
    const ending = this.#patterns.endings.get(window);
    if (ending === undefined) return null;
    let weak: Pattern | null = null;
    for (const pattern of ending) {
      if (!this.#matches(pattern, count)) continue;
      if (!pattern.isWeak) return pattern.kind;
      weak ??= pattern;
    }
    if (weak !== null) this.#weak ??= { kind: weak.kind, following: [] };
    return null;
  }

  #matches({ symbols }: Pattern, count: number): boolean {
    const start = count - symbols.length;
    if (start < 0) return false;
    for (let n = 0; n < symbols.length; n += 1) {
      const { value, mask } = symbols[n]!;
      this.compared += 1;
      if ((this.#recent[(start + n) & (REMEMBERED - 1)]! & mask) !== value) return false;
    }
    return true;
  }

  /** Collects what follows a weak match, and judges it once it is enough. */
  #follow(value: number): ForeignFile | null {
    const weak = this.#weak;
    if (weak === null || weak.following.push(value) < FOLLOWING) return null;
    this.#weak = null;
    return this.#patterns.alphabet.looksWritten(Uint8Array.from(weak.following)) ? weak.kind : null;
  }
}
