import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { noteBox } from '#web/ui/public/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';

export function courtPage({
  draft,
  form,
}: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  const isChild = draft.submitterType === 'child';
  return {
    title: 'What you write may be read in court',
    body: html`<h1 class="govuk-heading-l">What you write may be read in court</h1>
      ${isChild && noteBox(html`<p>You are not in trouble. Telling us is not wrong, whatever happened.</p>`)}
      <p class="govuk-body">
        If there is a court case, what you send and write here may go to the court. It may also go to the
        person accused and their lawyer. That includes anything you did yourself.
      </p>
      <p class="govuk-body">
        You can leave out your name. But we cannot promise to keep your name from them if we learn it.
      </p>
      <p class="govuk-body">
        So write what you know, in your own words. If you are not sure of something, say so. You do not have
        to guess.
      </p>
      ${form(button({ text: 'I have read this. Continue', preventDoubleClick: true }))}
      <p class="govuk-body">If you want to talk first, call 101 and ask for an officer.</p>`,
  };
}
