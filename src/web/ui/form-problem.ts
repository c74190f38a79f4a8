import type { Language } from './language/index.ts';
import { PROBLEM_WORDS } from './problem-words.ts';

/**
 * One mistake a person made in a form.
 *
 * `field` is the `id` of the control that has to be corrected (the summary links to it); `message` is a whole
 * sentence that says what to do. It is shown twice, above the form and at the control, in the same words.
 */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

/** The error message of one control, in the shape the GOV.UK macros take, or undefined when it has none. */
export function problemAt(
  problems: readonly FormProblem[] | undefined,
  field: string,
  language: Language = 'en',
): { readonly text: string; readonly visuallyHiddenText: string } | undefined {
  const found = problems?.find(problem => problem.field === field);
  return found && { text: found.message, visuallyHiddenText: PROBLEM_WORDS.in(language).error };
}
