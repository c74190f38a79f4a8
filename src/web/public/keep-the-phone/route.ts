import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { doList } from '#web/ui/public/index.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import { askQuestion, type Pages } from '../question.ts';
import { KEEP_WORDS } from './words.ts';

/** Where a picture may be sexual: in place of the chat page, so that nobody is led to save or copy anything. */
export function keepThePhoneRoutes(pages: Pages): void {
  askQuestion<null>(pages, {
    path: '/keep-the-phone',
    read: () => ({ answers: null, problems: [] }),
    stored: () => null,
    keep: draft => draft,
    view({ language, form }) {
      const words = KEEP_WORDS.in(language);
      const list = [
        ...words.list.map(text => ({ do: true, text })),
        ...words.not.map(text => ({ do: false, text })),
      ];
      return {
        title: words.title,
        body: html`<h1 class="govuk-heading-l">${words.title}</h1>
          <p class="govuk-body"><strong>${words.first}</strong></p>
          ${doList(list)}
          <p class="govuk-body">${words.reach}</p>
          ${form(button({ text: JOURNEY_WORDS.in(language).continue, preventDoubleClick: true }))}`,
      };
    },
  });
}
