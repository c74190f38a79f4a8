import { html, problemAt } from '#web/ui/index.ts';
import { button, input } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { PageDetails } from '../page.ts';
import { RETURN_WORDS, type ReturnWords } from './words.ts';

/** The same page for an unknown reference, a wrong code, and one that is no longer kept. */
export function returnPage(
  language: Language,
  { reference, isUnknown }: { readonly reference: string; readonly isUnknown: boolean },
): PageDetails {
  const words = RETURN_WORDS.in(language);
  const problems = isUnknown ? [{ field: 'code', message: words.unknown }] : [];
  return {
    title: words.title,
    problems,
    backLink: '/',
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.given}</p>
      <form method="post" action="/return" novalidate>
        ${input({
          name: 'reference',
          id: 'reference',
          label: { text: words.reference, classes: 'govuk-label--m' },
          hint: { text: words.referenceHint },
          classes: 'govuk-input--width-10',
          autocomplete: 'off',
          spellcheck: false,
          autocapitalize: 'characters',
          value: reference,
        })}
        ${input({
          name: 'code',
          id: 'code',
          label: { text: words.code, classes: 'govuk-label--m' },
          hint: { text: words.codeHint },
          autocomplete: 'off',
          spellcheck: false,
          autocapitalize: 'characters',
          errorMessage: problemAt(problems, 'code', language),
        })}
        ${button({ text: words.goOn, preventDoubleClick: true })}
      </form>
      <p class="govuk-body">${words.lostCode}</p>`,
  };
}

/** For somebody whose visit ended between a page and its post: what they wrote is shown, so that it can be copied. */
export function endedPage({ ended }: ReturnWords, written: string): PageDetails {
  return {
    title: ended.title,
    body: html`<h1 class="govuk-heading-l">${ended.title}</h1>
      <p class="govuk-body">${ended.why}</p>
      ${
        written !== '' &&
        html`<p class="govuk-body">${ended.kept}</p>
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for="words">${ended.wrote}</label>
            <textarea class="govuk-textarea" id="words" rows="8" readonly>${written}</textarea>
          </div>`
      }
      ${button({ text: ended.again, href: '/return' })}`,
  };
}
