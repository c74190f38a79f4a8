import type { VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, problemAt } from '#web/ui/index.ts';
import { button, textarea } from '#web/ui/govuk/index.ts';
import { pageForm, type PageDetails } from '../page.ts';

export type PasteView = {
  readonly secrets: VisitorSecrets;
  readonly text: string;
  readonly problems: readonly FormProblem[];
};

export function pastePage({ secrets, text, problems }: PasteView): PageDetails {
  const controls = html`${textarea({
    name: 'text',
    id: 'text',
    label: { text: 'Paste or type the words', classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: 'Copy the messages with names and times, if you can. No pictures.' },
    errorMessage: problemAt(problems, 'text'),
    rows: '12',
    spellcheck: false,
    autocomplete: 'off',
    value: text,
  })}
  ${button({ text: 'Add these words', preventDoubleClick: true })}`;
  return {
    title: 'Paste or type the words',
    problems,
    backLink: '/chat',
    body: html`${pageForm({ action: '/chat/paste', secrets }, controls)}
      <p class="govuk-body">
        We note that these words were pasted. Keep the chat on the phone too: it can show more than a copy.
      </p>`,
  };
}
