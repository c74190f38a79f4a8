import type { HappenedFacts } from '#domain/intake/index.ts';
import type { FormFields } from '../form-fields.ts';

const LONGEST = 500;
const LONGEST_LIST = 5000;

/** Nothing is required. Links stay text: nobody and nothing opens them. */
export function readFacts(form: FormFields): { readonly answers: HappenedFacts; readonly problems: [] } {
  const answers = {
    app: form.text('app', LONGEST),
    usernames: form.text('usernames', LONGEST_LIST),
    links: form.text('links', LONGEST_LIST),
    when: form.text('when', LONGEST),
    childAge: form.text('childAge', LONGEST),
  };
  return { answers, problems: [] };
}
