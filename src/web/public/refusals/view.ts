import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { doList } from '#web/ui/public/index.ts';
import { FORM_WORDS } from '../form-words.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { REFUSALS_WORDS } from './words.ts';

/** Said before any page that takes a file. */
export function refusalsPage({
  form,
  language,
}: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = REFUSALS_WORDS.in(language);
  return {
    title: words.title,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.wordsOnly}</p>
      <p class="govuk-body">${words.doNotCopy}</p>
      <h2 class="govuk-heading-m">${words.ifInChat}</h2>
      <p class="govuk-body">${words.keepPhone}</p>
      <h2 class="govuk-heading-m">${words.please}</h2>
      ${doList([
        ...words.pleaseDo.map(text => ({ do: true, text })),
        ...words.pleaseDoNot.map(text => ({ do: false, text })),
      ])}
      <p class="govuk-body">${words.noResult}</p>
      ${form(button({ text: FORM_WORDS.in(language).haveRead, preventDoubleClick: true }))}`,
  };
}
