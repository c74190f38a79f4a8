import { type DangerKind, isDangerKind } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import type { FormFields } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { START_WORDS } from './words.ts';

export type StartAnswers = { readonly happening: readonly DangerKind[]; readonly none: boolean };

/** A "yes" counts even beside "none of these": whoever ticked both may be in danger. */
export function readStart(form: FormFields): {
  readonly answers: StartAnswers;
  readonly problems: readonly FormProblem[];
} {
  const ticked = form.choices('happening');
  const happening = ticked.filter(isDangerKind);
  const none = ticked.includes('none');
  const problem = { field: 'happening', message: START_WORDS.in(form.language).choose };
  return {
    answers: { happening, none },
    problems: problemsOf(happening.length === 0 && !none && problem),
  };
}
