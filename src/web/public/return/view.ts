import { html, problemAt } from '#web/ui/index.ts';
import { button, input } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';

const UNKNOWN = {
  field: 'code',
  message: 'We do not have this reference and code together. Check both, letter by letter',
} as const;

/** The same page for an unknown reference, a wrong code, and one that is no longer kept. */
export function returnPage({
  reference,
  isUnknown,
}: {
  readonly reference: string;
  readonly isUnknown: boolean;
}): PageDetails {
  const problems = isUnknown ? [UNKNOWN] : [];
  return {
    title: 'Come back to a hand-in',
    problems,
    backLink: '/',
    body: html`<h1 class="govuk-heading-l">Come back to a hand-in</h1>
      <p class="govuk-body">You were given both when you handed in.</p>
      <form method="post" action="/return" novalidate>
        ${input({
          name: 'reference',
          id: 'reference',
          label: { text: 'Reference', classes: 'govuk-label--m' },
          hint: { text: 'For example, NS26-000123' },
          classes: 'govuk-input--width-10',
          autocomplete: 'off',
          spellcheck: false,
          autocapitalize: 'characters',
          value: reference,
        })}
        ${input({
          name: 'code',
          id: 'code',
          label: { text: 'Return code', classes: 'govuk-label--m' },
          hint: { text: '24 letters and numbers. Spaces do not matter.' },
          autocomplete: 'off',
          spellcheck: false,
          autocapitalize: 'characters',
          errorMessage: problemAt(problems, 'code'),
        })}
        ${button({ text: 'Continue', preventDoubleClick: true })}
      </form>
      <p class="govuk-body">
        If you have lost the code, we cannot give you another. Call 101 and give them the reference.
      </p>`,
  };
}
