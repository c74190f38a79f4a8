import { html, isolated, NOTHING } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { PageDetails } from '../page.ts';
import type { RefusalWords } from './refusal-words.ts';
import { CHAT_WORDS } from './words.ts';

/** The page after a file was not taken: why, without blame, and what to do. */
export function refusedPage(refusal: RefusalWords, fileName: string, language: Language): PageDetails {
  const words = CHAT_WORDS.in(language);
  return {
    title: refusal.title,
    backLink: '/chat',
    body: html`<h1 class="govuk-heading-l">${refusal.title}</h1>
      ${fileName === '' ? NOTHING : html`<p class="govuk-body ho-file-name">${isolated(fileName)}</p>`}
      ${refusal.why.map(sentence => html`<p class="govuk-body">${sentence}</p> `)}
      <h2 class="govuk-heading-m">${words.whatToDo}</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${refusal.todo.map(sentence => html`<li>${sentence}</li> `)}
      </ul>
      <p class="govuk-body">${words.orPaste}</p>
      ${button({ text: words.backToFiles, href: '/chat' })}`,
  };
}
