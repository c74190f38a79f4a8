import type { Verdict } from '../../findings/index.ts';
import type { CheckedItem } from './item-check.ts';
import type { Outcome } from './outcome.ts';
import { dayOf } from './words.ts';

/** What the summary names of a bundle: its items, and when the record says they came in (UTC; null when it does not). */
type Named = { items: readonly CheckedItem[]; receivedAt: string | null };

const NOT_READ_AGAIN = 'TRANSCRIPT NOT CHECKED: do not read from it.';

/**
 * What stands first: one sentence of at most 20 words, and before it a warning when there are transcripts that were not
 * read again from their items, for then the verdict is of the items alone.
 */
export function summaryOf(verdict: Verdict, outcomes: readonly Outcome[], named: Named): string {
  const answer = answerOf(verdict, outcomes, named);
  const warn = verdict === 'verified' || verdict === 'issuer-not-established';
  return warn && outcomes.some(isUnread) ? `${NOT_READ_AGAIN} ${answer}` : answer;
}

/** Where there is no transcript its check counts none. */
function isUnread({ check, state, facts }: Outcome): boolean {
  return check === 'transcript-words' && state === 'not-checked' && (facts.count ?? 0) > 0;
}

function answerOf(verdict: Verdict, outcomes: readonly Outcome[], { items, receivedAt }: Named): string {
  if (verdict === 'unusable') return 'This file is not a bundle that can be checked.';
  if (verdict === 'issuer-not-established') {
    return 'Consistent with itself, issuer not established; this does not show the conversation happened as written.';
  }
  if (verdict === 'failed') {
    const failed = outcomes.filter(({ state }) => state === 'failed').length;
    return `${failed} of ${outcomes.length} checks failed. Do not rely on this copy.`;
  }
  const since =
    receivedAt === null ? `it was sealed on ${daysOf(items)}` : `police received it on ${dayOf(receivedAt)}`;
  return `Unchanged since ${since} (UTC); this does not show the conversation happened as written.`;
}

function daysOf(items: readonly CheckedItem[]): string {
  const days = items.map(({ sealedAt }) => sealedAt).sort();
  const [first, last] = [days[0], days.at(-1)];
  const [firstDay, lastDay] = [dayOf(first), dayOf(last)];
  return firstDay === lastDay ? firstDay : `${first?.slice(0, 10)} to ${last?.slice(0, 10)}`;
}
