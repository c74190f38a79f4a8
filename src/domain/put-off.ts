const FIRST_MS = 5_000;
const LONGEST_MS = 600_000;

type Put = { readonly untilMs: number; readonly pauseMs: number };

/**
 * Work that did not succeed for a reason outside of it, and when it is tried again: after pauses that double up to ten
 * minutes, so that what stands behind it goes on meanwhile. Kept in memory: a new process tries everything at once.
 */
export class PutOff {
  readonly #clock: () => Date;
  readonly #put = new Map<string, Put>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  add(key: string): void {
    const pauseMs = Math.min(LONGEST_MS, (this.#put.get(key)?.pauseMs ?? FIRST_MS / 2) * 2);
    this.#put.set(key, { pauseMs, untilMs: this.#clock().getTime() + pauseMs });
  }

  done(key: string): void {
    this.#put.delete(key);
  }

  /** What is not to be tried yet. */
  waiting(): string[] {
    const nowMs = this.#clock().getTime();
    return [...this.#put].flatMap(([key, { untilMs }]) => (untilMs > nowMs ? [key] : []));
  }
}
