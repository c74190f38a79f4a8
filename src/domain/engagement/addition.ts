import { createHash } from 'node:crypto';
import { encodeCanonicalJson } from '#portable/bytes/index.ts';

/** What somebody who comes back does. Each is one addition, with one item. */
const ADDITION_KINDS = [
  'added',
  'answer',
  'correction',
  'contact-resumed',
  'published',
  'contact-withdrawn',
] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];

export function isAdditionKind(kind: unknown): kind is AdditionKind {
  return ADDITION_KINDS.some(each => each === kind);
}

/** Words about something, as they are sealed: canonical JSON, an item of kind `account`. Format: docs/formats/coming-back.md. */
export type AdditionWords = {
  readonly format: 'handover-addition/v1';
  readonly kind: Exclude<AdditionKind, 'added'>;
  /** The question that is answered or whose answer is corrected, as it was shown; null when there is none. */
  readonly question: QuestionShown | null;
  /** The fields of the form, in the submitter's words; a field left empty is kept as empty. */
  readonly answers: Readonly<Record<string, string>>;
};

export type QuestionShown = {
  /** The event that asked it, 32 hex. */
  readonly id: string;
  readonly template: string;
  readonly version: number;
  readonly text: string;
};

export function encodeAdditionWords(words: AdditionWords): Uint8Array {
  return encodeCanonicalJson({ ...words, question: words.question === null ? null : { ...words.question } });
}

/** The name of the item of each kind; what is added keeps its own. */
export const ADDITION_NAMES: Readonly<Record<Exclude<AdditionKind, 'added'>, string>> = {
  answer: 'Answer to a question.json',
  correction: 'Correction.json',
  'contact-resumed': 'Somebody was contacted again.json',
  published: 'Something was published.json',
  'contact-withdrawn': 'Consent to contact withdrawn.json',
};

/**
 * What makes two posts one addition: the same showing of a form, sent with the same words. Words that changed, on a page gone
 * back to, are another addition: nothing that was acknowledged is lost. 32 bytes.
 */
export function additionToken(form: {
  /** Names the showing of the form; from the form itself. */
  readonly shown: string;
  readonly kind: AdditionKind;
  /** 32 hex, or null. */
  readonly about: string | null;
  /** Of the item's plain bytes. */
  readonly sha256Hex: string;
}): Uint8Array {
  const { shown, kind, about, sha256Hex } = form;
  return createHash('sha256')
    .update(encodeCanonicalJson({ shown, kind, about, sha256: sha256Hex }))
    .digest();
}
