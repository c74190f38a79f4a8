import type { Draft, VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, errorMessage, summaryList } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { dangerAnswers } from './danger-rows.ts';
import { rowsOf } from './rows.ts';
import { ADD_SOMETHING, storyRows } from './story-rows.ts';
import { CHECK_WORDS, type CheckWords } from './words.ts';
import { yourAnswers } from './your-rows.ts';

export type CheckView = {
  readonly draft: Draft;
  readonly secrets: VisitorSecrets;
  readonly problems: readonly FormProblem[];
  readonly language: Language;
};

/** Every answer with a way to change it, and what pressing the button does. */
export function checkPage({ draft, secrets, problems, language }: CheckView): Omit<PageDetails, 'backLink'> {
  const words = CHECK_WORDS.in(language);
  return {
    title: words.title,
    problems,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <h2 class="govuk-heading-m">${words.dangerTitle}</h2>
      ${summaryList({ rows: rowsOf(dangerAnswers(draft, words, language), words) })}
      <h2 class="govuk-heading-m">${words.youTitle}</h2>
      ${summaryList({ rows: rowsOf(yourAnswers(draft, words, language), words) })}
      <h2 class="govuk-heading-m">${words.storyTitle}</h2>
      ${nothingYet(problems, language)} ${summaryList({ rows: storyRows(draft, words, language) })}
      <h2 class="govuk-heading-m">${words.handIn}</h2>
      ${whatHappens(draft, words)}
      ${pageForm({ action: '/check', secrets }, button({ text: words.handIn, preventDoubleClick: true }))}
      ${pageForm(
        { action: '/clear', secrets },
        html`<button class="ho-link-button" type="submit">${words.clear}</button>`,
      )}`,
  };
}

function nothingYet(problems: readonly FormProblem[], language: Language): Html {
  const problem = problemAt(problems, ADD_SOMETHING, language);
  return problem === undefined ? NOTHING : errorMessage({ ...problem, id: `${ADD_SOMETHING}-error` });
}

/** What the button does, and what was done before it: only what was said of danger has gone already. */
function whatHappens({ dangerGivenAt, contact }: Draft, words: CheckWords): Html {
  return html`<p class="govuk-body">
    ${dangerGivenAt === '' ? words.withoutDanger : words.withDanger} ${words.whenPressed}
    ${contact.reach === 'none' ? words.noContact : ''}
  </p>`;
}
