import { CHECKPOINT_SIGNED, READABLE } from '../../findings/index.ts';
import type { CheckName, Outcome } from './outcome.ts';

type Facts = Outcome['facts'];
type Sentence = string | ((facts: Facts) => string);

/** What is said of one check. Sentences have at most 20 words. */
export type CheckWords = {
  passed: Sentence;
  failed: Sentence;
  'not-checked': Sentence;
  means: string;
  doesNotProve: string;
};

/** 12,345: written the same way on every computer. */
function grouped(count: number | undefined): string {
  return String(count ?? 0).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function many(count: number | undefined, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${grouped(count)} ${more}`;
}

const UNREADABLE = 'was not checked: the files it rests on cannot be read.';

/** The words of every check. */
export const CHECK_WORDS: Readonly<Record<CheckName, CheckWords>> = {
  [READABLE]: {
    passed: 'The file can be read as a bundle.',
    failed: 'This file is not a bundle that can be checked.',
    'not-checked': 'Whether the file can be read was not checked.',
    means: 'The file is not a zip file, or not one that holds a Handover bundle. Nothing in it was checked.',
    doesNotProve: 'Anything, for or against.',
  },
  zip: {
    passed: 'The zip file is whole, and there is only one way to read it.',
    failed: 'The zip was repacked or damaged after it was made.',
    'not-checked': `The zip file ${UNREADABLE}`,
    means: 'Every byte of the zip belongs to a listed file or to the list. Nothing is hidden between them.',
    doesNotProve: 'Anything about what the files say. Anyone can make a whole zip file.',
  },
  complete: {
    passed: ({ count }) => `Every file is here, and no other: ${many(count, 'file', 'files')} on the list.`,
    failed: 'A file is missing, or one is here that is not on the list.',
    'not-checked': `Whether every file is here ${UNREADABLE}`,
    means: 'The items and transcripts in the bundle are exactly those on its list of files.',
    doesNotProve: 'That the list is right. The check of the sealed list does that.',
  },
  unchanged: {
    passed: ({ count }) =>
      `No file was changed: ${many(count, 'digest agrees', 'digests agree')} with the list.`,
    failed: 'A file is not the one on the list.',
    'not-checked': `Whether files were changed ${UNREADABLE}`,
    means: 'The SHA-256 of each item and transcript, worked out here, is the one listed.',
    doesNotProve: 'That the list is right, or that the file was genuine before police received it.',
  },
  'record-files': {
    passed: 'The files of the record are exactly those on their own list.',
    failed: 'A file of the record is missing, added or changed.',
    'not-checked': `The list of record files ${UNREADABLE}`,
    means:
      'The continuity record, the proofs and the lists themselves are those on the list of record files.',
    doesNotProve: 'That this list is the one the force sealed. The check of the sealed list does that.',
  },
  cover: {
    passed: 'The bundle says what it is, in the one form allowed.',
    failed: 'The bundle does not say what it is in the form allowed.',
    'not-checked': `What the bundle says it is ${UNREADABLE}`,
    means:
      'bundle.json names the force, the reference, the items and the transcripts. Nothing can be read two ways.',
    doesNotProve: 'That what it says is true.',
  },
  order: {
    passed: ({ count, other }) =>
      `The bundle holds what it says: ${many(count, 'item', 'items')} and ${many(other, 'transcript', 'transcripts')}.`,
    failed: 'The bundle does not hold exactly what it says it holds.',
    'not-checked': `Whether the bundle holds what it says ${UNREADABLE}`,
    means: 'Each item, transcript and proof that the bundle calls for is there, and nothing else is.',
    doesNotProve:
      'That everything handed in was put into the bundle. What is left out is counted in its own check.',
  },
  items: {
    passed: ({ count }) =>
      `${many(count, 'item is the one', 'items are the ones')} sealed on receipt, byte for byte.`,
    failed: 'An item is not the one that was sealed on receipt.',
    'not-checked': `Whether the items are the sealed ones ${UNREADABLE}`,
    means: "Each item's name, size and digests lead to the seal that the continuity record holds of it.",
    doesNotProve: 'That an item was genuine, complete or unaltered before police received it.',
  },
  record: {
    passed: ({ count }) =>
      `${many(count, 'entry is', 'entries are')} numbered without a gap; who looked at or copied it is not among them.`,
    failed: 'The continuity record has a gap, or an entry that does not fit.',
    'not-checked': `The continuity record ${UNREADABLE}`,
    means: 'No entry was left out, added or moved between the first and the making of this bundle.',
    doesNotProve: 'That everything that happened was recorded, or that the clock was right.',
  },
  'record-code': {
    passed: 'The record holds the event whose code was written down.',
    failed: 'The record does not hold the event whose code was written down.',
    'not-checked': `Whether the record holds the event of the code ${UNREADABLE}`,
    means: 'It is the event that ended sealing, and it names what was sealed before it.',
    doesNotProve:
      'That nothing came after it. A code is short: its issuer could, with much computing, have prepared two records with one.',
  },
  counts: {
    passed: ({ word, count, other }) =>
      `Received ${word ?? '?'}, sealed ${count ?? '?'}, in this bundle ${other ?? '?'}.`,
    failed: ({ word, count, other }) =>
      `The counts do not agree: received ${word ?? '?'}, sealed ${count ?? '?'}, in this bundle ${other ?? '?'}.`,
    'not-checked': 'How many items were received and sealed was not checked.',
    means: 'As many items were sealed as the record says were received.',
    doesNotProve: 'That everything there was had been handed in.',
  },
  times: {
    passed: 'Times run forward, from the first entry to the making of this bundle.',
    failed: 'Times do not run forward.',
    'not-checked': `The order of times ${UNREADABLE}`,
    means: 'No entry is dated before an earlier one, and the bundle not before its last entry.',
    doesNotProve: "That the force's clock was right.",
  },
  withheld: {
    passed: ({ count, other }) =>
      count || other
        ? `Withheld: ${many(count, 'entry', 'entries')} of the record; ${many(other, 'sealed item', 'sealed items')} not in this bundle.`
        : 'Nothing of the record is withheld, and no sealed item is left out.',
    failed: 'What is withheld is not stated as it should be.',
    'not-checked': `What is withheld ${UNREADABLE}`,
    means: 'What is kept back is counted and stands in its place. Its content cannot be seen here.',
    doesNotProve: 'That the reasons given are good ones. Ask the force, or the court.',
  },
  'log-entries': {
    passed: ({ count }) => `The log holds every entry of the record: ${many(count, 'proof', 'proofs')}.`,
    failed: 'An entry of the record is not in the log.',
    'not-checked': `Whether the log holds the record ${UNREADABLE}`,
    means: 'Each entry stands in a log that can only grow, under the head that the bundle names.',
    doesNotProve: 'That the log showed everybody the same history. Only outside witnesses show that.',
  },
  'sealed-list': {
    passed: ({ word }) => `The list of files is the one the force sealed on ${dayOf(word)}.`,
    failed: 'The list of files is not the one the force sealed.',
    'not-checked': `The sealed list ${UNREADABLE}`,
    means: 'One log entry, the next after the record, commits to every file of this bundle.',
    doesNotProve: 'That the bundle is the only one made, or holds all that the force has.',
  },
  'sealed-list-in-log': {
    passed: ({ count }) => `The sealing of this bundle is in the log, entry ${grouped(count)}.`,
    failed: 'The sealing of this bundle is not in the log as it should be.',
    'not-checked': `Whether the log holds the sealing of the bundle ${UNREADABLE}`,
    means: 'The same log, at a later head, holds the entry that commits to this bundle.',
    doesNotProve: 'That the log showed everybody the same history. Only outside witnesses show that.',
  },
  'log-extends': {
    passed: 'The later head of the log extends the earlier one.',
    failed: 'The later head of the log does not extend the earlier one.',
    'not-checked': `The growth of the log ${UNREADABLE}`,
    means: 'What was in the log at the earlier head is still there, unchanged, at the later.',
    doesNotProve: 'That the log showed everybody the same history. Only outside witnesses show that.',
  },
  'heads-signed': {
    passed: 'Both heads of the log are signed, and every signature is good.',
    failed: 'A head of the log is not signed as it should be.',
    'not-checked': `Who signed the log ${UNREADABLE}`,
    means: 'The heads that every proof leads to carry good signatures, and none that cannot be checked.',
    doesNotProve: 'Whose keys they are, when the keys came inside the bundle.',
  },
  [CHECKPOINT_SIGNED]: {
    passed: 'The log is the one whose key you gave.',
    failed: 'The log is not the one whose key you gave.',
    'not-checked': 'Who issued this bundle is not established: the only keys came inside it.',
    means: 'The key in the policy you gave, which did not come with the bundle, made these signatures.',
    doesNotProve:
      'That the policy you gave is the one the force publishes. Get it from the force, not from the bundle.',
  },
  witnesses: {
    passed: ({ count }) =>
      `${many(count, 'outside witness signed', 'outside witnesses signed')} the same log.`,
    failed: 'Too few outside witnesses signed this log.',
    'not-checked': 'No outside witness was checked; times and history rest on the force alone.',
    means: 'Bodies outside the force signed the same heads. The force cannot have shown you another history.',
    doesNotProve: 'That what was sealed is true. Without witnesses, the force could have made its log anew.',
  },
  'transcript-bytes': {
    passed: ({ count }) =>
      `Every byte of its item has its place in each transcript: ${many(count, 'transcript', 'transcripts')}.`,
    failed: 'A transcript does not account for every byte of its item.',
    'not-checked': 'No transcript was compared with its item.',
    means:
      'Each byte of the item belongs to a message, the envelope or a stretch marked unread. None is dropped.',
    doesNotProve: 'That the reader understood every message. The item itself is the evidence.',
  },
  'transcript-words': {
    passed: ({ count }) =>
      `${many(count, 'transcript is', 'transcripts are')} what the reader makes of the item, line by line.`,
    failed: 'A transcript is not what the reader makes of its item.',
    'not-checked': 'The transcripts were not read again from their items.',
    means:
      'The item was read again here by the same version of the reader, and every line came out the same.',
    doesNotProve: 'That the reader is right, that dates are unambiguous, or who was holding the phone.',
  },
};

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `23 November 2026` for a UTC time as events write it. */
export function dayOf(instant: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(instant ?? '') ?? [];
  return day === undefined ? 'an unknown day' : `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** The sentence of an outcome. */
export function sentenceOf({ check, state, facts }: Outcome): string {
  const sentence = CHECK_WORDS[check][state];
  return typeof sentence === 'string' ? sentence : sentence(facts);
}
