import { html, isolated, NOTHING } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { RefusalWords } from './refusal-words.ts';

/** The page after a file was not taken: why, without blame, and what to do. */
export function refusedPage(words: RefusalWords, fileName: string): PageDetails {
  return {
    title: words.title,
    backLink: '/chat',
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      ${fileName === '' ? NOTHING : html`<p class="govuk-body ho-file-name">${isolated(fileName)}</p>`}
      ${words.why.map(sentence => html`<p class="govuk-body">${sentence}</p> `)}
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${words.todo.map(sentence => html`<li>${sentence}</li> `)}
      </ul>
      <p class="govuk-body">
        You can also <a class="govuk-link" href="/chat/paste">paste or type the words</a>.
      </p>
      ${button({ text: 'Go back to your files', href: '/chat' })}`,
  };
}
