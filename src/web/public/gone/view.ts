import { html, NOTHING } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';

/** The page for somebody whose answers are no longer here: what is safe, what to do, and the words they just sent. */
export function gonePage({
  words,
  isKept,
}: {
  readonly words: string;
  readonly isKept: boolean;
}): PageDetails {
  const fate = isKept
    ? html`<p class="govuk-body">
        We kept what you wrote just now. Answer the first questions again and you will find it in its place.
      </p>`
    : html`<p class="govuk-body">This is what you wrote just now. Copy it before you leave this page.</p>`;
  return {
    title: 'Your answers are no longer here',
    body: html`<h1 class="govuk-heading-l">Your answers are no longer here</h1>
      <p class="govuk-body">
        We keep answers for this browser only. They go when you clear them, when the browser is closed, when
        it does not accept cookies, or when a hand-in was left unfinished for days.
      </p>
      <p class="govuk-body">
        If you told us about danger, the desk still has that. If you handed in, we still have that. Any file
        you added without handing in is gone, so keep the file.
      </p>
      ${
        words === ''
          ? NOTHING
          : html`${fate}
              <div class="govuk-form-group">
                <label class="govuk-label govuk-label--s" for="words">What you wrote</label>
                <textarea class="govuk-textarea" id="words" rows="8" readonly>${words}</textarea>
              </div>`
      }
      ${button({ text: 'Start again', href: '/' })}
      <p class="govuk-body">
        Handed in already?
        <a class="govuk-link" href="/return">Come back with your reference and return code</a>.
      </p>`,
  };
}
