import type { DangerKind } from '../intake/index.ts';
import type { DangerVersion } from './desk.ts';

type Words = 'what' | 'where' | 'who' | 'safeNumber';

/** What one answer was, over all the times it was sent. */
export type Sayings = {
  /** When the newest words came, when that was later than the report itself; else null. */
  readonly changedAt: Date | null;
  /** Other words that stood there before, oldest first. */
  readonly earlier: readonly { readonly text: string; readonly at: Date }[];
  /** Since when it comes back empty; null while it does not. The words before still stand. */
  readonly leftEmptyAt: Date | null;
};

/** The history of one answer. `versions` are oldest first; empty answers take nothing away. */
export function sayingsOf(versions: readonly DangerVersion[], field: Words): Sayings {
  const said: { text: string; at: Date; n: number }[] = [];
  let leftEmptyAt: Date | null = null;
  for (const version of versions) {
    const text = version[field];
    const isEmpty = text.trim() === '';
    if (!isEmpty && text !== said.at(-1)?.text) said.push({ text, at: version.givenAt, n: version.n });
    leftEmptyAt = isEmpty && said.length > 0 ? (leftEmptyAt ?? version.givenAt) : null;
  }
  const newest = said.at(-1);
  return {
    changedAt: newest !== undefined && newest.n > 1 ? newest.at : null,
    earlier: said.slice(0, -1).map(({ text, at }) => ({ text, at })),
    leftEmptyAt,
  };
}

/** Boxes that were ticked once and not the last time. They still stand. */
export function untickedSince(versions: readonly DangerVersion[]): readonly DangerKind[] {
  const last = versions.at(-1)?.happening ?? [];
  const ever = new Set(versions.flatMap(({ happening }) => happening));
  return [...ever].filter(kind => !last.includes(kind));
}
