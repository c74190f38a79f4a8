import { READ_MARKS } from '#domain/conversations/index.ts';
import type { GivenMark } from '#domain/conversations/index.ts';
import type { FormProblem } from '#web/ui/index.ts';

/** What was typed or sent: numbers of messages as people count them, from 1. */
export type MarkWords = { readonly first: string; readonly last: string; readonly mark: string };

export type MarkForm =
  | { readonly ok: true; readonly given: GivenMark }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Reads the form; an empty last number means the first alone. */
export function markForm({ first, last, mark }: MarkWords, messages: number): MarkForm {
  const from = numberOf(first, messages);
  const to = last === '' ? from : numberOf(last, messages);
  const known = READ_MARKS.find(each => each === mark);
  const range = `a number from 1 to ${messages.toLocaleString('en-GB')}`;
  if (from === null) return problem('first', `The first message must be ${range}`);
  if (to === null) return problem('last', `The last message must be ${range}`);
  if (to < from) return problem('last', 'The last message must not be before the first');
  if (known === undefined) return problem('first', 'Choose whether it was read, or is taken back');
  return { ok: true, given: { first: from, last: to, mark: known } };
}

function numberOf(text: string, messages: number): number | null {
  const digits = text.replaceAll(/[,\s]/g, '');
  if (!/^\d{1,9}$/.test(digits)) return null;
  const n = Number(digits) - 1;
  return n >= 0 && n < messages ? n : null;
}

function problem(field: string, message: string): MarkForm {
  return { ok: false, problems: [{ field, message }] };
}
