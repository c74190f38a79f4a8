import { CHECKPOINT_SIGNED, READABLE } from '../../findings/index.ts';
import type { CheckName, Outcome } from './outcome.ts';
import { CHECK_WORDS } from './words.ts';

/** What follows from an outcome, and what does not. */
type Meaning = { means: string; doesNotProve: string };

const FAILED_MEANS: Readonly<Record<CheckName, string>> = {
  [READABLE]: CHECK_WORDS[READABLE].means,
  zip: 'Unpacking and packing again, mail filters and broken downloads do this. Hiding something in the file does too.',
  complete: 'This copy lacks something that was listed, or has something that was not.',
  unchanged: 'At least one item or transcript has other bytes than when the lists were made.',
  'record-files': 'The record or a proof in this copy is not the one that was listed.',
  cover: 'What this copy says of itself is not to be believed.',
  order: 'Something called for is missing or altered, or something is here that nothing calls for.',
  items: 'At least one item here is not shown to be what was sealed.',
  record: 'An entry was left out, added, moved or changed, or is of another submission.',
  'record-code':
    'The code is of another submission, was noted down wrongly, or this is not the record it was of.',
  counts: 'Something that was received may not have been sealed, or the record is not the real one.',
  times: 'A clock was wrong, or times were written in afterwards.',
  withheld: 'What is kept back cannot be known from this copy.',
  'log-entries': 'At least one entry of the record is not shown to have been in the log.',
  'sealed-list': 'The files in this copy are not shown to be those that were sealed together.',
  'sealed-list-in-log': 'The log is not shown to hold the sealing of this bundle.',
  'log-extends': 'The log was rewritten between its two heads, or two logs share one name.',
  'heads-signed': 'A head was altered, or carries a signature that nobody here can check.',
  [CHECKPOINT_SIGNED]:
    'Another party made this bundle, or the policy you gave is not the right one. Look at the key ids.',
  witnesses: 'Nobody outside the force is shown to have seen this log.',
  'transcript-bytes': 'The transcript leaves something out, or holds something twice. Do not read from it.',
  'transcript-words': 'The transcript says other things than the item. Do not read from it.',
};

const FAILED_PROVES_NOT = 'Who caused it, or that anybody meant to.';
const UNMADE: Meaning = {
  means: 'Nothing was found out here, for or against.',
  doesNotProve: 'Anything. What this check would have shown is not shown.',
};

const UNMADE_MEANS: Partial<Record<CheckName, string>> = {
  [CHECKPOINT_SIGNED]: 'Anybody could have made this bundle. Only a policy from elsewhere can tell.',
  witnesses: 'The force alone vouches for its log. It could have made it anew.',
  'transcript-bytes': 'A transcript may leave out messages. Do not read from it.',
  'transcript-words': 'A transcript may say other things than its item. Do not read from it.',
};

/** What is said beside the sentence of an outcome: a check that failed or was not made never says what a pass means. */
export function meaningOf({ check, state }: Pick<Outcome, 'check' | 'state'>): Meaning {
  if (state === 'failed') return { means: FAILED_MEANS[check], doesNotProve: FAILED_PROVES_NOT };
  if (state === 'not-checked') return { ...UNMADE, means: UNMADE_MEANS[check] ?? UNMADE.means };
  const { means, doesNotProve } = CHECK_WORDS[check];
  return check === READABLE
    ? { means: 'It is a zip that holds a bundle.', doesNotProve }
    : { means, doesNotProve };
}
