import { isSubmitterType, type SubmitterType } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import type { FormFields } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { WHO_WORDS } from './words.ts';

export type WhoAnswers = { readonly submitterType: SubmitterType | '' };

export function readWho(form: FormFields): {
  readonly answers: WhoAnswers;
  readonly problems: readonly FormProblem[];
} {
  const chosen = form.raw('submitterType');
  const submitterType = isSubmitterType(chosen) ? chosen : '';
  const problem = { field: 'submitterType', message: WHO_WORDS.in(form.language).choose };
  return { answers: { submitterType }, problems: problemsOf(submitterType === '' && problem) };
}
