import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';

/** About 8,000 words: somebody's whole story, and well inside what a draft can hold. */
export const LONGEST_STORY = 50_000;

export type HappenedAnswers = { readonly happened: string };

/** Nothing is required: a child may hand in a chat and write nothing. */
export function readHappened(form: FormFields): {
  readonly answers: HappenedAnswers;
  readonly problems: readonly FormProblem[];
} {
  const happened = form.text('happened');
  return {
    answers: { happened },
    problems: problemsOf(notWords('happened', happened, LONGEST_STORY, form.language)),
  };
}
