import type { VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, problemAt } from '#web/ui/index.ts';
import { button, textarea } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { PASTE_WORDS } from './paste-words.ts';

export type PasteView = {
  readonly secrets: VisitorSecrets;
  readonly text: string;
  readonly problems: readonly FormProblem[];
  readonly language: Language;
};

export function pastePage({ secrets, text, problems, language }: PasteView): PageDetails {
  const words = PASTE_WORDS.in(language);
  const controls = html`${textarea({
    name: 'text',
    id: 'text',
    label: { text: words.title, classes: 'govuk-label--l', isPageHeading: true },
    hint: { text: words.hint },
    errorMessage: problemAt(problems, 'text', language),
    rows: '12',
    spellcheck: false,
    autocomplete: 'off',
    value: text,
  })}
  ${button({ text: words.add, preventDoubleClick: true })}`;
  return {
    title: words.title,
    problems,
    backLink: '/chat',
    body: html`${pageForm({ action: '/chat/paste', secrets }, controls)}
      <p class="govuk-body">${words.noted}</p>`,
  };
}
