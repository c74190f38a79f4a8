import { html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import type { PageDetails } from '../page.ts';

/**
 * A page of the journey with its way to the list of what is done and what is left, and, once nothing has to be answered any
 * more, to the end: whoever is in a hurry leaves what is optional with one press.
 */
export function withTasks<Page extends Pick<PageDetails, 'body'>>(
  page: Page,
  language: Language,
  mayLeaveRest = false,
): Page {
  const words = JOURNEY_WORDS.in(language);
  const link = html`<p class="govuk-body ho-tasks-link">
    <a class="govuk-link" href="/tasks">${words.tasks}</a>
    ${mayLeaveRest && html`<br /><a class="govuk-link" href="/check">${words.leaveRest}</a>`}
  </p>`;
  return { ...page, body: html`${page.body} ${link}` };
}
