import { html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import type { PageDetails } from '../page.ts';

/** A page of the journey with its way to the list of what is done and what is left. */
export function withTasks<Page extends Pick<PageDetails, 'body'>>(page: Page, language: Language): Page {
  const link = html`<p class="govuk-body ho-tasks-link">
    <a class="govuk-link" href="/tasks">${JOURNEY_WORDS.in(language).tasks}</a>
  </p>`;
  return { ...page, body: html`${page.body} ${link}` };
}
