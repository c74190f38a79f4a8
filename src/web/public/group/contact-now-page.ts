import { html } from '#web/ui/index.ts';
import { doList } from '#web/ui/public/index.ts';
import { yesNoPage } from '../asking/yes-no-page.ts';
import { CONTACT_NOW_WORDS } from './contact-now-words.ts';

/** Whether contact goes on, under the one instruction there is: stop, keep, do not post. It stands before the question. */
export const CONTACT_NOW_PAGE = yesNoPage('contactNow', CONTACT_NOW_WORDS, {
  above(language) {
    const { stop, stopDo } = CONTACT_NOW_WORDS.in(language);
    return html`<p class="govuk-body-l"><strong>${stop}</strong></p>
      ${doList(stopDo.map(text => ({ do: false, text })))}`;
  },
});
