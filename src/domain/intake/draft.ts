import { decodeCanonicalJson, encodeCanonicalJson, type CanonicalValue } from '#portable/bytes/index.ts';
import { NO_ANSWERS, type TopicAnswers } from './answers.ts';
import type { Topic } from './branch.ts';
import type { DangerAnswers } from './danger.ts';
import { NO_CONTACT, type SafeContact } from './safe-contact.ts';
import type { SourceClass, SubmitterType } from './submission.ts';

/** One staged file as the visitor sees it. Its content cannot be read back by the public process. */
export type DraftFile = {
  /** The staged file's id, 32 hex digits. */
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  readonly sourceClass: SourceClass;
  /** The archive its text was taken from in the visitor's browser. */
  readonly archiveName: string | null;
  /** The staged list of fingerprints that came with it, and how many they are. */
  readonly fingerprints: { readonly id: string; readonly count: number } | null;
};

/** What a visitor has told us so far. Kept only as a note sealed under their key. */
export type Draft = {
  readonly format: 'handover-draft/v1';
  /** Null before the danger question is answered; nothing `happening` when the answer was "none of these". */
  readonly danger: DangerAnswers | null;
  /** When the desk was first told, ISO 8601 UTC; empty when it was not. */
  readonly dangerGivenAt: string;
  readonly submitterType: SubmitterType | '';
  /** The partner whose system hands in; empty for whoever uses the pages. */
  readonly partner: string;
  readonly contact: SafeContact;
  readonly contactAnswered: boolean;
  /** The two pages that must be read before anything is written or sent. */
  readonly courtRead: boolean;
  readonly refusalsRead: boolean;
  /** The two read-first pages that some branches have: to a child, and to somebody who was named. */
  readonly branchRead: boolean;
  /** 'none': "I have no chat". */
  readonly chat: '' | 'none' | 'files';
  readonly files: readonly DraftFile[];
  readonly happened: string;
  /** What only some branches are asked; what was answered before the person said that they are somebody else stays here. */
  readonly answers: TopicAnswers;
  /** The topics whose page was answered, be it with nothing. */
  readonly answered: readonly Topic[];
};

export const EMPTY_DRAFT: Draft = {
  format: 'handover-draft/v1',
  danger: null,
  dangerGivenAt: '',
  submitterType: '',
  partner: '',
  contact: NO_CONTACT,
  contactAnswered: false,
  courtRead: false,
  refusalsRead: false,
  branchRead: false,
  chat: '',
  files: [],
  happened: '',
  answers: NO_ANSWERS,
  answered: [],
};

export function encodeDraft(draft: Draft): Uint8Array {
  return encodeCanonicalJson(draft as unknown as CanonicalValue);
}

/**
 * Reads a draft that this program sealed. Its content is trusted, because only the visitor's key could have made it;
 * null when it is of another version of the program.
 */
export function decodeDraft(bytes: Uint8Array): Draft | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return null;
  const draft = json.value as unknown as Draft;
  if (draft?.format !== EMPTY_DRAFT.format) return null;
  return { ...EMPTY_DRAFT, ...draft, answers: { ...NO_ANSWERS, ...draft.answers } };
}
