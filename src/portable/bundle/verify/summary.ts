import type { Verdict } from '../../findings/index.ts';
import type { CheckedItem } from './item-check.ts';
import type { Outcome } from './outcome.ts';
import { dayOf } from './words.ts';

/** The one sentence that stands first, of at most 20 words. */
export function summaryOf(
  verdict: Verdict,
  outcomes: readonly Outcome[],
  items: readonly CheckedItem[],
): string {
  if (verdict === 'unusable') return 'This file is not a bundle that can be checked.';
  if (verdict === 'issuer-not-established') {
    return 'Consistent with itself, issuer not established; this does not show the conversation happened as written.';
  }
  if (verdict === 'failed') {
    const failed = outcomes.filter(({ state }) => state === 'failed').length;
    return `${failed} of ${outcomes.length} checks failed. Do not rely on this copy.`;
  }
  return `Unchanged since police received it on ${daysOf(items)}; this does not show the conversation happened as written.`;
}

function daysOf(items: readonly CheckedItem[]): string {
  const days = items.map(({ sealedAt }) => sealedAt).sort();
  const [first, last] = [days[0], days.at(-1)];
  const [firstDay, lastDay] = [dayOf(first), dayOf(last)];
  return firstDay === lastDay ? firstDay : `${first?.slice(0, 10)} to ${last?.slice(0, 10)}`;
}
