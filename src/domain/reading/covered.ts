import { gapsBetween, type Span } from '#portable/chat/index.ts';

/** Stretches that are kept apart: beyond that a reading that was cut off cannot be told from what was not read. */
const MOST_STRETCHES = 4_000_000;

/** The bytes of which lines of a reading came so far. Neighbours are kept as one. */
export class Covered {
  readonly #stretches: [number, number][] = [];
  #isAll = true;

  add([start, end]: Span): void {
    const last = this.#stretches.at(-1);
    if (last?.[1] === start) last[1] = end;
    else if (this.#stretches.length < MOST_STRETCHES) this.#stretches.push([start, end]);
    else this.#isAll = false;
  }

  /** The rest of `0..sizeBytes`, in order; null when spans lay one over another or too many were apart, and nobody knows. */
  rest(sizeBytes: number): Span[] | null {
    const sorted = this.#stretches.toSorted((a, b) => a[0] - b[0]);
    const isSound = sorted.every(([start, end], i) => end > start && start >= (sorted[i - 1]?.[1] ?? 0));
    if (!this.#isAll || !isSound || (sorted.at(-1)?.[1] ?? 0) > sizeBytes) return null;
    return gapsBetween(sorted, sizeBytes);
  }
}
