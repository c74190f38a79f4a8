import { html } from '#web/ui/index.ts';
import type { PageDetails } from '../page.ts';
import { spokenTime } from '../spoken-time.ts';

/** The danger answers could not be brought to the desk: the one page that may only say "call". */
export function cannotTellPage(): PageDetails {
  return {
    title: 'We could not send this to the police desk',
    danger: 'now',
    body: html`<h1 class="govuk-heading-l">We could not send this to the police desk</h1>
      <p class="govuk-body"><strong>Nobody has been told.</strong> Call 999 if anyone is in danger.</p>
      <p class="govuk-body">Otherwise call 101, or go back and press Continue again in a few minutes.</p>`,
  };
}

/** The desk has the danger answers, but nothing more can be kept at the moment. */
export function cannotKeepPage(toldAt: Date): PageDetails {
  return {
    title: 'The desk was sent your answer, but we cannot take more now',
    danger: 'now',
    body: html`<h1 class="govuk-heading-l">The desk was sent your answer, but we cannot take more now</h1>
      <p class="govuk-body">
        What you chose was sent to the police desk at ${spokenTime(toldAt)}. Nobody may have read it yet.
        Calling 999 is faster.
      </p>
      <p class="govuk-body">
        Our storage is full or away, so we cannot take a chat or more answers at the moment. Keep the phone
        and the chat as they are, and come back in an hour.
      </p>`,
  };
}
