import { CHECKPOINT_SIGNED, READABLE } from '../findings/index.ts';
import type { Finding } from '../findings/index.ts';
import { PUBLISHED_WORDS } from './published-words.ts';

/** What is said of one check in one state. `sentence` is given the number of things checked. */
type Words = { sentence: (count: number) => string; means: string; doesNotProve: string };

const RECEIVED_ITEMS = [
  'No item was received, and none was sealed.',
  'The one item that was received was sealed, and is listed.',
];
const SEALED_ITEMS = ['No item was sealed, and none is listed.', 'The one item is listed as it was sealed.'];

/** What each check of a receipt says, by its state. A state that does not pass or fail is of a check that was not made. */
export const RECEIPT_WORDS = {
  [READABLE]: {
    passed: {
      sentence: () => 'The receipt is in the one form that a receipt can have.',
      means: 'Nothing was added to the file, and it cannot be read in two ways.',
      doesNotProve: 'That what it says is true.',
    },
    failed: {
      sentence: () => 'This is not a receipt, or it was changed so that it cannot be read.',
      means:
        'Nothing else could be checked. Use the file exactly as it was first saved, not its text copied elsewhere.',
      doesNotProve: 'That anything is wrong with what was handed in.',
    },
  },
  'events-readable': {
    passed: {
      sentence: count =>
        count === 1
          ? 'The one event of the record can be read.'
          : `All ${count} events of the record can be read.`,
      means: 'Each event says what happened, when, and who did it, in one form only.',
      doesNotProve: "That the times are right: they are those of the force's own clock.",
    },
    failed: {
      sentence: () => 'An event of the record cannot be read.',
      means: 'This file was changed, or was not made by Handover.',
      doesNotProve: 'Which of the two it was.',
    },
  },
  'events-in-log': {
    passed: {
      sentence: count =>
        count === 1 ? 'The one event is in the log.' : `All ${count} events are in the log.`,
      means: 'Each event was in the log, byte for byte as it stands here, when its checkpoint was made.',
      doesNotProve: 'Whose log it is. That rests on who signed the checkpoint.',
    },
    failed: {
      sentence: () => 'An event is not proved to be in the log.',
      means: 'The event, its salt or its proof is not the one that was issued.',
      doesNotProve: 'That the log was changed, or who changed this file.',
    },
  },
  'one-log': {
    passed: {
      sentence: () => 'The events stand in one log, in the order of the record.',
      means: 'The log took the events in the order of their numbers.',
      doesNotProve: 'That everybody is shown the same log. Outside witnesses show that.',
    },
    failed: {
      sentence: () => 'The events do not stand in one log in the order of the record.',
      means: 'The proofs are of different logs, of different histories of one log, or in the wrong places.',
      doesNotProve: 'Which of them is the right one.',
    },
    unreadable: {
      sentence: () => 'The order in the log was not checked: a proof cannot be read.',
      means: 'The check of the events in the log names the proof.',
      doesNotProve: 'That the order is wrong.',
    },
  },
  'chain-complete': {
    passed: {
      sentence: count =>
        count === 1
          ? 'The record is its first event.'
          : `The record runs from event 1 to event ${count} without a gap.`,
      means: 'No event before the last one shown was left out, and each names the one before it.',
      doesNotProve: 'That nothing happened after the last event shown here.',
    },
    failed: {
      sentence: () => 'The record has a gap, or events in the wrong place.',
      means: 'At least one event is missing, moved, or of another submission.',
      doesNotProve: 'What a missing event says, or that anyone meant to hide it.',
    },
    'of-addition': {
      sentence: () => 'This is the receipt of one addition, which shows no chain.',
      means:
        'It was added to a submission that has a receipt of its own. What else happened there is not shown.',
      doesNotProve: 'That it was the only addition, or in which order additions came.',
    },
    unreadable: {
      sentence: () => 'Gaps in the record were not looked for: an event cannot be read.',
      means: 'The check of the events names the one that cannot be read.',
      doesNotProve: 'That there is a gap.',
    },
  },
  'sealed-whole': {
    passed: {
      sentence: count =>
        RECEIVED_ITEMS[count] ?? `All ${count} items that were received were sealed, and are listed.`,
      means: 'The record reaches from the receipt to the end of sealing. Nothing was cut off in between.',
      doesNotProve: 'That nothing happened after sealing, or that everything there was had been handed in.',
    },
    failed: {
      sentence: () => 'The record does not reach the end of sealing whole: events or items are missing.',
      means:
        'What was received, sealed and listed do not agree. This file was cut, or not all that came was sealed.',
      doesNotProve: 'Who cut it, or that anyone meant to. Ask the force for the receipt again.',
    },
    unreadable: {
      sentence: () => 'Whether the record is whole was not checked: an event cannot be read.',
      means: 'The check of the events names the one that cannot be read.',
      doesNotProve: 'That something was cut off.',
    },
  },
  reference: {
    passed: {
      sentence: () => 'The reference on the receipt is the one sealed in the record.',
      means: 'The record is that of the submission which the reference names.',
      doesNotProve: 'Who issued the receipt. That rests on who signed the checkpoint.',
    },
    failed: {
      sentence: () => 'The reference on the receipt is not the one sealed in the record.',
      means: 'The reference was changed, or the record is that of another submission.',
      doesNotProve: 'Which of the two it was.',
    },
    'not-named': {
      sentence: () => 'The reference was not checked: no event that can be read names one.',
      means: 'The reference is a label that anyone could have written.',
      doesNotProve: 'That the reference is wrong.',
    },
  },
  force: {
    passed: {
      sentence: () => "The force's name on the receipt is the one sealed in the record.",
      means: 'The record names the force that the receipt names.',
      doesNotProve: 'Who issued the receipt. That rests on who signed the checkpoint.',
    },
    failed: {
      sentence: () => "The force's name on the receipt is not the one sealed in the record.",
      means: 'The name was changed, or the record is that of another force.',
      doesNotProve: 'Which of the two it was.',
    },
    'not-named': {
      sentence: () => "The force's name was not checked: no event that can be read names it.",
      means: 'The name is a label that anyone could have written.',
      doesNotProve: 'That the name is wrong.',
    },
  },
  'items-sealed': {
    passed: {
      sentence: count => SEALED_ITEMS[count] ?? `All ${count} items are listed as they were sealed.`,
      means:
        'The name, size and digests of each item are those recorded when it was sealed, and no item is left out.',
      doesNotProve: 'That an item was genuine before it was received, or what it means.',
    },
    failed: {
      sentence: () => 'The items listed are not exactly the items that were sealed.',
      means: 'An item was changed, added to this file or left out of it.',
      doesNotProve: 'That the item the police hold was changed. Only the list in this file is judged here.',
    },
    unreadable: {
      sentence: () => 'The items were not checked: an event cannot be read.',
      means: 'The check of the events names the one that cannot be read.',
      doesNotProve: 'That an item is wrong.',
    },
  },
  [CHECKPOINT_SIGNED]: {
    passed: {
      sentence: () => 'The log that your policy names signed what this receipt rests on.',
      means: "This record is the force's own word. Nobody could have made it without the key of its log.",
      doesNotProve: 'When it was made, or that the force shows everybody the same log.',
    },
    failed: {
      sentence: () => 'The log that your policy names did not sign what this receipt rests on.',
      means: 'Somebody else made this receipt, or the policy is for another log.',
      doesNotProve: 'Which of the two it is. Make sure that you have the right policy.',
    },
    'no-policy': {
      sentence: () => 'Who issued this receipt was not checked: no policy was given.',
      means: 'Anyone could have made it. Get the policy of the force from where the force publishes it.',
      doesNotProve: 'That the force did not issue it.',
    },
    unreadable: {
      sentence: () => 'Who issued this receipt was not checked: a checkpoint cannot be read.',
      means: 'The check of the events in the log names the checkpoint.',
      doesNotProve: 'That the force did not issue it.',
    },
  },
  witnessed: {
    passed: {
      sentence: count =>
        `${count} outside ${count === 1 ? 'witness' : 'witnesses'} signed the log, as your policy asks.`,
      means: 'Bodies outside the force saw this log, so the force cannot show others another one unnoticed.',
      doesNotProve: 'That the witnesses know what the events say. They see only that the log grows.',
    },
    failed: {
      sentence: () => 'Fewer outside witnesses signed the log than your policy asks for.',
      means: "That the log was not rewritten rests on the force's word until more witnesses sign.",
      doesNotProve: 'That the log was rewritten.',
    },
    'none-asked': {
      sentence: () => 'No outside witness: your policy asks for none.',
      means: "That the log was not rewritten rests on the force's word.",
      doesNotProve: 'That the log was rewritten.',
    },
    'no-policy': {
      sentence: () => 'Outside witnesses were not looked for: no policy was given.',
      means: 'A policy names the witnesses. Get it from where the force publishes it.',
      doesNotProve: 'That no witness signed.',
    },
    'not-signed': {
      sentence: () => 'Outside witnesses were not looked for: the signature of the log comes first.',
      means: 'Without the signature of the log there is nothing to witness.',
      doesNotProve: 'That no witness signed.',
    },
  },
  'files-match': {
    passed: {
      sentence: count =>
        count === 1
          ? 'The file is an item of this receipt, byte for byte.'
          : `All ${count} files are items of this receipt, byte for byte.`,
      means: 'The SHA-256, the SHA-512 and the size of each file are those of an item listed here.',
      doesNotProve: 'That the file was genuine before it was received.',
    },
    failed: {
      sentence: () => 'A file is not an item of this receipt.',
      means:
        'It differs from every item in at least one byte. Opening, saving or sending a file can change it.',
      doesNotProve: 'That anyone altered evidence. The item that the police hold decides.',
    },
    'no-files': {
      sentence: () => 'No file was compared with this receipt.',
      means: 'Give the file that was handed in, and it will be compared byte for byte.',
      doesNotProve: 'That your file is an item of this receipt, or is not.',
    },
  },
  ...PUBLISHED_WORDS,
} satisfies Record<string, Record<string, Words>>;

/** The id of one check of a receipt. */
export type ReceiptCheck = keyof typeof RECEIPT_WORDS;

/** What else a finding says: how many things were checked, and where something is wrong. */
export type Particulars = { count?: number; where?: readonly string[] };

/** The finding of a check in one of its states, in words. */
export function finding<Check extends ReceiptCheck>(
  check: Check,
  state: keyof (typeof RECEIPT_WORDS)[Check] & string,
  { count = 0, where = [] }: Particulars = {},
): Finding {
  const states: { readonly [name: string]: Words } = RECEIPT_WORDS[check];
  const words = states[state];
  if (words === undefined) throw new Error(`The check ${check} has no state ${state}.`);
  const { means, doesNotProve } = words;
  const found: Finding = {
    check,
    outcome: outcomeOf(state),
    sentence: words.sentence(count),
    means,
    doesNotProve,
  };
  return where.length === 0 ? found : { ...found, where: where.join('; ') };
}

function outcomeOf(state: string): Finding['outcome'] {
  if (state === 'proof-fails') return 'failed';
  return state === 'passed' || state === 'failed' ? state : 'not-checked';
}
