import { SUBMITTER_TYPES } from '#domain/intake/index.ts';
import { html, problemAt } from '#web/ui/index.ts';
import { button, radios } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import type { WhoAnswers } from './form.ts';
import { WHO_WORDS } from './words.ts';

export function whoPage({
  answers,
  problems,
  form,
  language,
}: QuestionContext<WhoAnswers>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = WHO_WORDS.in(language);
  const question = radios({
    name: 'submitterType',
    fieldset: { legend: { text: words.title, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
    hint: { text: words.hint },
    errorMessage: problemAt(problems, 'submitterType', language),
    value: answers.submitterType,
    items: SUBMITTER_TYPES.map(value => {
      const { label, hint } = words.kinds[value];
      return { value, text: label, ...(hint ? { hint: { text: hint } } : {}) };
    }),
  });
  return {
    title: words.title,
    body: html`${form(html`${question} ${button({ text: words.continue, preventDoubleClick: true })}`)}`,
  };
}
