import { html, type Html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { doList, noteBox } from '#web/ui/public/index.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { CHILD_WORDS } from './words.ts';

/** What a child reads first: not in trouble, where help is, and what to do about threats. It asks nothing. */
export function childPage({
  language,
  form,
}: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = CHILD_WORDS.in(language);
  const list = [
    ...words.threatNot.map(text => ({ do: false, text })),
    ...words.threatDo.map(text => ({ do: true, text })),
  ];
  return {
    title: words.title,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.first}</p>
      ${words.how.map(text => html`<p class="govuk-body">${text}</p> `)}
      ${form(button({ text: JOURNEY_WORDS.in(language).continue, preventDoubleClick: true }))}
      <h2 class="govuk-heading-m">${words.threatTitle}</h2>
      <p class="govuk-body">${words.threat}</p>
      ${doList(list)}
      <p class="govuk-body">${words.remove}</p>
      ${noteBox(talk(words))}`,
  };
}

function talk(words: ReturnType<typeof CHILD_WORDS.in>): Html {
  return html`<h2>${words.talkTitle}</h2>
    <p>
      ${words.childline}
      <a class="govuk-link ho-number" href="tel:08001111"><strong>0800 1111</strong></a>
    </p>
    <p>${words.talk}</p>`;
}
