import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { noteBox } from '#web/ui/public/index.ts';
import { FORM_WORDS } from '../form-words.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { COURT_WORDS } from './words.ts';

export function courtPage({
  draft,
  form,
  language,
}: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = COURT_WORDS.in(language);
  const isChild = draft.submitterType === 'child';
  return {
    title: words.title,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      ${isChild && noteBox(html`<p>${words.toAChild}</p>`)}
      ${words.paragraphs.map(each => html`<p class="govuk-body">${each}</p> `)}
      ${form(button({ text: FORM_WORDS.in(language).haveRead, preventDoubleClick: true }))}
      <p class="govuk-body">${words.talkFirst}</p>`,
  };
}
