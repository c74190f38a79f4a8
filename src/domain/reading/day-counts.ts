import { shortenedName } from './bounded-head.ts';
import type { DayCount } from './ports.ts';

/** Speakers who are counted one by one: the strip draws the first above its line and everybody else below. */
const MOST_COUNTED = 2;
/** Days that are counted one by one, the first of the calendar: more than any drawing spans. */
const MOST_DAYS = 10_000;

type Day = { readonly counts: Map<string, number>; others: number };

/** Counts messages by day and speaker in bounded memory, whatever the file says of either. */
export class DayCounts {
  readonly #counted: ReadonlySet<string>;
  readonly #distinct = new Set<number>();
  #days = new Map<string, Day>();
  /** The first day that is no longer counted one by one. */
  #end: string | null = null;
  #all = 0;

  /** `speakers` in the order of the summary. */
  constructor(speakers: readonly string[]) {
    this.#counted = new Set(speakers.slice(0, MOST_COUNTED).map(shortenedName));
  }

  add(day: string, speaker: string): void {
    this.#all += 1;
    this.#distinct.add(Date.parse(day) / 86_400_000);
    if (this.#end !== null && day >= this.#end) return;
    const counts = this.#days.get(day) ?? { counts: new Map<string, number>(), others: 0 };
    this.#days.set(day, counts);
    const name = shortenedName(speaker);
    if (this.#counted.has(name)) counts.counts.set(name, (counts.counts.get(name) ?? 0) + 1);
    else counts.others += 1;
    if (this.#days.size >= 2 * MOST_DAYS) this.#cut();
  }

  list(): DayCount[] {
    this.#cut();
    return [...this.#days]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, { counts, others }]) => ({
        day,
        counts: Object.fromEntries(counts),
        ...(others > 0 ? { others } : {}),
      }));
  }

  leftOut(): { days: number; dayMessages: number } {
    const kept = this.list().reduce(
      (sum, { counts, others = 0 }) => sum + others + Object.values(counts).reduce((a, b) => a + b, 0),
      0,
    );
    return { days: this.#distinct.size - this.#days.size, dayMessages: this.#all - kept };
  }

  /** What lies behind the last day that is kept is never counted again, so that each kept day is counted whole. */
  #cut(): void {
    if (this.#days.size <= MOST_DAYS) return;
    const sorted = [...this.#days].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.#end = sorted[MOST_DAYS]?.[0] ?? null;
    this.#days = new Map(sorted.slice(0, MOST_DAYS));
  }
}
