import { decodeCanonicalJson, encodeCanonicalJson } from '#portable/bytes/index.ts';
import { hasExactly, isHex } from '#portable/continuity/index.ts';

/**
 * A question as it lies in the box of its submitter. It says nothing of who asked or when. Format: docs/formats/coming-back.md.
 */
export type QuestionLetter = {
  /** The event that asked it, 32 hex. */
  readonly question: string;
  readonly template: string;
  readonly version: number;
  /** As it was approved or released, in English. */
  readonly text: string;
  /** The name of the submitter's own item it is about, or null. */
  readonly item: string | null;
};

const FORMAT = 'handover-question/v1';

export function encodeQuestionLetter(letter: QuestionLetter): Uint8Array {
  return encodeCanonicalJson({ format: FORMAT, ...letter });
}

/** Reads a letter; null when it is none. */
export function decodeQuestionLetter(bytes: Uint8Array): QuestionLetter | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok || !hasExactly(json.value, ['format', 'question', 'template', 'version', 'text', 'item']))
    return null;
  const { format, question, template, version, text, item } = json.value;
  if (format !== FORMAT || !isHex(question, 16) || typeof template !== 'string') return null;
  if (typeof version !== 'number' || typeof text !== 'string') return null;
  return item === null || typeof item === 'string' ? { question, template, version, text, item } : null;
}

/** Letters are released at the quarters of an hour alone, so that the time of one tells nothing. */
export const RELEASE_EVERY_MS = 15 * 60_000;

/** When a letter that is written now is there to be read: the next quarter of an hour that has not begun. */
export function releaseTime(now: Date): Date {
  return new Date((Math.floor(now.getTime() / RELEASE_EVERY_MS) + 1) * RELEASE_EVERY_MS);
}
