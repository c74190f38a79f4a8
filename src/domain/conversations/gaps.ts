import { daysBetween } from './days.ts';
import type { DayCount } from '../reading/index.ts';

/**
 * A stretch of days without messages that is long for this conversation. `lastDay` and `nextDay` have messages, the
 * `emptyDays` between them have none. `usualDays`: from one day with messages to the next it is usually so many days;
 * `longestBefore`: most empty days in a row earlier in the file. Null where there is nothing to compare with.
 */
export type Gap = {
  readonly lastDay: string;
  readonly nextDay: string;
  readonly emptyDays: number;
  readonly usualDays: number | null;
  readonly longestBefore: number | null;
};

/** A gap has at least two whole empty days, and is at least three times the usual step. */
const LEAST_STEP = 3;
const TIMES_USUAL = 3;
/** With fewer steps than this nothing is usual yet, and a gap has three whole empty days. */
const FEWEST_STEPS = 5;
const STEP_WITHOUT_RHYTHM = 4;

/**
 * The gaps of a conversation, against its own rhythm: the middle (median) of all steps from one day with messages to the
 * next, times three. The rule is plain because the page states it.
 */
export function findGaps(days: readonly Pick<DayCount, 'day'>[]): Gap[] {
  const steps = days.slice(1).map((next, index) => ({
    lastDay: days[index]!.day,
    nextDay: next.day,
    step: daysBetween(days[index]!.day, next.day),
  }));
  const usual = usualStep(steps.map(({ step }) => step));
  const least = usual === null ? STEP_WITHOUT_RHYTHM : Math.max(LEAST_STEP, usual * TIMES_USUAL);
  const gaps: Gap[] = [];
  let longest: number | null = null;
  for (const { lastDay, nextDay, step } of steps) {
    const emptyDays = step - 1;
    if (step >= least) gaps.push({ lastDay, nextDay, emptyDays, usualDays: usual, longestBefore: longest });
    longest = Math.max(longest ?? 0, emptyDays);
  }
  return gaps;
}

function usualStep(steps: readonly number[]): number | null {
  if (steps.length < FEWEST_STEPS) return null;
  return steps.toSorted((one, other) => one - other)[steps.length >> 1] ?? null;
}
