const FIRST_CAPACITY = 1024;

/** A growing list of numbers from 0 to 2^32 - 1 that costs four bytes each. */
export class Column {
  #data = new Uint32Array(FIRST_CAPACITY);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  get length(): number {
    return this.#length;
  }

  at(i: number): number {
    return this.#data[i] as number;
  }

  set(i: number, value: number): void {
    this.#data[i] = value;
  }

  /** Keeps the first `length` numbers. */
  cut(length: number): void {
    this.#length = length;
  }
}
