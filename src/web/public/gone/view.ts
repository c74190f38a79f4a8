import { html, NOTHING } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { type PageDetails, textBody } from '../page.ts';
import { GONE_WORDS } from './words.ts';

/** The page for somebody whose answers are no longer here: what is safe, what to do, and the words they just sent. */
export function gonePage({
  words: written,
  isKept,
  language,
}: {
  readonly words: string;
  readonly isKept: boolean;
  readonly language: Language;
}): PageDetails {
  const words = GONE_WORDS.in(language);
  return {
    title: words.title,
    body: html`${textBody(words.title, [words.why, words.whatIsSafe])}
      ${
        written === ''
          ? NOTHING
          : html`<p class="govuk-body">${isKept ? words.kept : words.copy}</p>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-label--s" for="words">${words.wrote}</label>
                <textarea class="govuk-textarea" id="words" rows="8" readonly>${written}</textarea>
              </div>`
      }
      ${button({ text: words.startAgain, href: '/' })}
      <p class="govuk-body">${words.handedIn}</p>`,
  };
}
