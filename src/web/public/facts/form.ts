import type { HappenedFacts } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';

const LONGEST: Readonly<Record<keyof HappenedFacts, number>> = {
  app: 500,
  usernames: 5000,
  links: 5000,
  when: 500,
  childAge: 500,
};
const FIELDS = ['app', 'usernames', 'links', 'when', 'childAge'] as const;

/** Nothing is required. Links stay text: nobody and nothing opens them. */
export function readFacts(form: FormFields): {
  readonly answers: HappenedFacts;
  readonly problems: readonly FormProblem[];
} {
  const answers = {
    app: form.text('app'),
    usernames: form.text('usernames'),
    links: form.text('links'),
    when: form.text('when'),
    childAge: form.text('childAge'),
  };
  const checks = FIELDS.map(name => notWords(name, answers[name], LONGEST[name]));
  return { answers, problems: problemsOf(...checks) };
}
