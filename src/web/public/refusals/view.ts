import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { doList } from '#web/ui/public/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';

/** Source of the rules: docs on law, "portal text requirements". Said before any page that takes a file. */
export function refusalsPage({ form }: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  return {
    title: 'What you must not send',
    body: html`<h1 class="govuk-heading-l">What you must not send</h1>
      <p class="govuk-body"><strong>Do not send pictures or videos here.</strong> We take words only.</p>
      <p class="govuk-body">
        If a picture or video may show someone under 18 in a sexual way, do not look at it again. Do not copy,
        forward, screenshot, print or upload it. Copying it can be a crime, even if you mean to help.
      </p>
      <h2 class="govuk-heading-m">If there may be such a picture in the chat</h2>
      <p class="govuk-body">
        Stop. Do not save the chat from the app. Keep the phone as it is and tell us about it in words. An
        officer will tell you how to hand the phone over.
      </p>
      <h2 class="govuk-heading-m">Please</h2>
      ${doList(PLEASE)}
      <p class="govuk-body">This site cannot tell you later what came of it.</p>
      ${form(button({ text: 'I have read this. Continue', preventDoubleClick: true }))}`,
  };
}

const PLEASE = [
  { do: true, text: 'keep the phone charged and switched on' },
  { do: true, text: 'write down usernames, links, dates and times, and the name of the app' },
  { do: false, text: 'do not delete anything, reset or update the phone, or log out of an account' },
  {
    do: false,
    text: 'do not reply, pretend to be someone, arrange anything, confront, follow, film or post',
  },
] as const;
