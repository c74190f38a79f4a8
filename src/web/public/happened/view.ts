import { html, problemAt } from '#web/ui/index.ts';
import { button, textarea } from '#web/ui/govuk/index.ts';
import { noteBox } from '#web/ui/public/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import type { HappenedAnswers } from './form.ts';

export function happenedPage({
  answers,
  problems,
  draft,
  form,
}: QuestionContext<HappenedAnswers>): Omit<PageDetails, 'problems' | 'backLink'> {
  const story = textarea({
    name: 'happened',
    id: 'happened',
    label: { text: 'What happened?', classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: 'In your own words. Short is fine. You do not have to describe anything sexual.' },
    errorMessage: problemAt(problems, 'happened'),
    rows: '10',
    autocomplete: 'off',
    value: answers.happened,
  });
  const isChild = draft.submitterType === 'child';
  return {
    title: 'What happened?',
    body: html`${form(
      html`${story}
      ${isChild && noteBox(html`<p>You are not in trouble. You can leave this empty and let the chat speak.</p>`)}
      ${button({ text: 'Continue', preventDoubleClick: true })}`,
    )}`,
  };
}
