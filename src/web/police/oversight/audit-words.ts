import { ACTION_WORDS, PURPOSE_WORDS, rangeWords, statutory } from '#domain/accounts/index.ts';
import type { Action, AuditEntry, Purpose, StatutoryKind } from '#domain/accounts/index.ts';

/** The words of an action; one of another version as it is written. */
export function actionWords(action: string): string {
  return isAction(action) ? ACTION_WORDS[action] : action.replaceAll('-', ' ');
}

export function kindOf(action: string): StatutoryKind | null {
  return isAction(action) ? statutory(action).kind : null;
}

function isAction(action: string): action is Action {
  return Object.hasOwn(ACTION_WORDS, action);
}

/** "Triage", "Safeguarding"; empty for rows from before purposes were kept. */
export function purposeWords(purpose: string): string {
  if (!Object.hasOwn(PURPOSE_WORDS, purpose)) return purpose;
  return PURPOSE_WORDS[purpose as Purpose].split(':')[0] ?? purpose;
}

const MOST_RANGE_CHARACTERS = 400;

/** "messages: 1 to 200, 401 to 600": what was seen, cut where it is very long; the file has it whole. Messages count from 1. */
export function seenWords({ part, ranges, thingKind }: AuditEntry): string {
  const first = thingKind === 'conversation' ? 1 : 0;
  const words = rangeWords(ranges.map(([from, to]) => [from + first, to + first]));
  const shown =
    words.length > MOST_RANGE_CHARACTERS ? `${words.slice(0, MOST_RANGE_CHARACTERS)} and more` : words;
  return [part, shown].filter(text => text !== '').join(': ');
}
