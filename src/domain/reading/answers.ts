import { DeclaredZone, isDateOrder, type DateOrderName } from '#portable/chat/index.ts';
import type { ContinuityEvent } from '#portable/continuity/index.ts';

/** What a file leaves open and somebody may know: in which order its dates are written, and which zone its clock was set to. */
export const READING_QUESTIONS = ['date-order', 'zone'] as const;
export type ReadingQuestion = (typeof READING_QUESTIONS)[number];

/** The event that records an answer: facts `item` (32 hex), `question`, `answer` (empty: taken back) and `reason`. */
export const READING_ANSWERED = 'reading-answered';

/** The answers that stand. Null: nobody answered, or the answer was taken back. */
export type ReadingAnswers = {
  readonly dateOrder: DateOrderName | null;
  /** An IANA name, as `Europe/London`. */
  readonly zone: string | null;
};

export const NO_ANSWERS: ReadingAnswers = { dateOrder: null, zone: null };

const LONGEST_ZONE = 64;

export function isReadingQuestion(text: string): text is ReadingQuestion {
  return READING_QUESTIONS.some(known => known === text);
}

/** Whether an answer to this question can be this text; empty takes an answer back. */
export function isReadingAnswer(question: ReadingQuestion, answer: string): boolean {
  if (answer === '') return true;
  return question === 'date-order'
    ? isDateOrder(answer)
    : answer.length <= LONGEST_ZONE && DeclaredZone.named(answer) !== null;
}

/** The answers that stand for an item after these events, in the order of their chain. What is no answer is passed over. */
export function answersAfter(
  itemHex: string,
  events: Iterable<Pick<ContinuityEvent, 'type' | 'facts'>>,
): ReadingAnswers {
  let answers = NO_ANSWERS;
  for (const { type, facts } of events) {
    const { item, question, answer } = facts;
    if (type !== READING_ANSWERED || item !== itemHex) continue;
    if (typeof question !== 'string' || typeof answer !== 'string' || !isReadingQuestion(question)) continue;
    if (!isReadingAnswer(question, answer)) continue;
    if (question === 'zone') answers = { ...answers, zone: answer === '' ? null : answer };
    else answers = { ...answers, dateOrder: isDateOrder(answer) ? answer : null };
  }
  return answers;
}
