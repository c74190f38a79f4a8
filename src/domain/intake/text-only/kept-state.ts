import { fromBase64, toBase64 } from '#portable/bytes/index.ts';

/** What the parts of the wall remember, as values of JSON in a fixed order: numbers, and bytes in base64. */
export type KeptState = readonly (number | string)[];

/** Collects what each part of the wall has to remember. */
export class StateWriter {
  readonly values: (number | string)[] = [];

  number(value: number): void {
    this.values.push(value);
  }

  flag(value: boolean): void {
    this.values.push(value ? 1 : 0);
  }

  bytes(value: Uint8Array): void {
    this.values.push(toBase64(value));
  }

  /** Latin-1. */
  text(value: string): void {
    this.bytes(Buffer.from(value, 'latin1'));
  }
}

/**
 * Gives back, in the same order, what a `StateWriter` collected. It never throws: a value that is not what it has to be
 * makes the whole state damaged, and reads as zeros.
 */
export class StateReader {
  readonly #values: readonly unknown[];
  #at = 0;
  #isDamaged = false;

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  /** True once every value has been read, and each was what it had to be. */
  get isSound(): boolean {
    return !this.#isDamaged && this.#at === this.#values.length;
  }

  /** A whole number from 0 to `most`. */
  whole(most: number): number {
    const value = this.amount(most);
    return Number.isInteger(value) ? value : this.#damaged(0);
  }

  /** A number from 0 to `most`. */
  amount(most: number): number {
    const value = this.#next();
    return typeof value === 'number' && value >= 0 && value <= most ? value : this.#damaged(0);
  }

  flag(): boolean {
    return this.whole(1) === 1;
  }

  /** At most `most` bytes. */
  bytes(most: number): Uint8Array {
    const value = this.#next();
    const bytes = typeof value === 'string' ? fromBase64(value) : null;
    return bytes !== null && bytes.length <= most ? bytes : this.#damaged(new Uint8Array(0));
  }

  /** Exactly as many bytes as `into` holds. */
  fill(into: Uint8Array): void {
    const bytes = this.bytes(into.length);
    if (bytes.length === into.length) into.set(bytes);
    else this.#isDamaged = true;
  }

  /** At most `most` characters of Latin-1. */
  text(most: number): string {
    return Buffer.from(this.bytes(most)).toString('latin1');
  }

  #next(): unknown {
    const value = this.#values[this.#at];
    this.#at += 1;
    return value;
  }

  #damaged<Value>(instead: Value): Value {
    this.#isDamaged = true;
    return instead;
  }
}
