import { encodeQuestionLetter, type QuestionLetter, releaseTime } from './question-letter.ts';

/** A question that is asked, in the log, and not yet in its box. */
export type QuestionDue = {
  /** The event that lets it go out. */
  readonly eventId: Uint8Array;
  readonly boxId: Uint8Array;
  readonly boxRecipient: string;
  readonly letter: QuestionLetter;
};

export interface QuestionQueue {
  next(): Promise<QuestionDue | null>;
  /** The letter is in the box, to be read from `releaseAt` on. Once for each event. */
  recordLetter(due: QuestionDue, body: Uint8Array, releaseAt: Date): Promise<void>;
}

export type QuestionParts = {
  readonly queue: QuestionQueue;
  readonly sealTo: (recipient: string, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly clock: () => Date;
};

/**
 * Puts one question into the box of its submitter. Nothing else is sent: the letter waits there, sealed to the box, and can be
 * read from the next quarter of an hour on. False when none was due.
 */
export async function writeNextQuestion({ queue, sealTo, clock }: QuestionParts): Promise<boolean> {
  const due = await queue.next();
  if (due === null) return false;
  const body = await sealTo(due.boxRecipient, encodeQuestionLetter(due.letter));
  await queue.recordLetter(due, body, releaseTime(clock()));
  return true;
}
