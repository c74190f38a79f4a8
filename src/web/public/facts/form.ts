import type { HappenedFacts } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';

const LONGEST = 500;
const LONGEST_LIST = 5000;

/** Nothing is required. Links stay text: nobody and nothing opens them. */
export function readFacts(form: FormFields): {
  readonly answers: HappenedFacts;
  readonly problems: readonly FormProblem[];
} {
  const answers = {
    app: form.text('app', LONGEST),
    usernames: form.text('usernames', LONGEST_LIST),
    links: form.text('links', LONGEST_LIST),
    when: form.text('when', LONGEST),
    childAge: form.text('childAge', LONGEST),
  };
  const checks = Object.entries(answers).map(([name, text]) => notWords(name, text));
  return { answers, problems: problemsOf(...checks) };
}
