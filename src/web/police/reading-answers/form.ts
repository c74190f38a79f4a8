import type { GivenAnswer } from '#domain/desk/index.ts';
import { isReadingAnswer, isReadingQuestion } from '#domain/reading/index.ts';
import type { FormProblem } from '#web/ui/index.ts';

/** What was typed into the form of one question. */
export type AnswerWords = {
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
  /** The form that takes an answer back was sent: only then may there be none. */
  readonly isTakenBack: boolean;
};

const LONGEST_REASON = 500;

export type AnswerForm =
  | { readonly ok: true; readonly given: GivenAnswer }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Reads the form: an answer that the question can have, and how it is known. To take one back needs a reason too. */
export function answerForm({ question, answer, reason, isTakenBack }: AnswerWords): AnswerForm {
  if (!isReadingQuestion(question)) return problem('answer', 'Choose a question on this page');
  if ((answer === '') !== isTakenBack || !isReadingAnswer(question, answer))
    return problem(`${question}-answer`, 'Choose one of the answers');
  if (reason === '') return problem(`${question}-reason`, 'Write how this is known, or why it is taken back');
  if (reason.length > LONGEST_REASON)
    return problem(`${question}-reason`, `This must be ${LONGEST_REASON} characters or fewer`);
  return { ok: true, given: { question, answer, reason } };
}

function problem(field: string, message: string): AnswerForm {
  return { ok: false, problems: [{ field, message }] };
}
