import { html, problemAt } from '#web/ui/index.ts';
import { textarea } from '#web/ui/govuk/index.ts';
import { noteBox } from '#web/ui/public/index.ts';
import { continueButton } from '../asking/controls.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import type { HappenedAnswers } from './form.ts';
import { HAPPENED_WORDS } from './words.ts';

export function happenedPage({
  answers,
  problems,
  draft,
  language,
  form,
}: QuestionContext<HappenedAnswers>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = HAPPENED_WORDS.in(language);
  const story = textarea({
    name: 'happened',
    id: 'happened',
    label: { text: words.title, classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: words.hint },
    errorMessage: problemAt(problems, 'happened', language),
    rows: '10',
    autocomplete: 'off',
    value: answers.happened,
  });
  const isChild = draft.submitterType === 'child';
  return {
    title: words.title,
    body: html`${form(
      html`${story} ${isChild && noteBox(html`<p>${words.child}</p>`)} ${continueButton(language)}`,
    )}`,
  };
}
