import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { doList } from '#web/ui/public/index.ts';
import { paragraphs } from '../asking/controls.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import type { PageDetails } from '../page.ts';
import { askQuestion, type Pages, type QuestionContext } from '../question.ts';
import { NAMED_WORDS } from './words.ts';

/**
 * What somebody who was named, filmed or confronted reads first: safety, help, and not to answer the allegation. It says
 * what the page about the court says, in words that do not lead them to write of themselves.
 */
export function namedRoutes(pages: Pages): void {
  askQuestion<null>(pages, {
    path: '/named',
    read: () => ({ answers: null, problems: [] }),
    stored: () => null,
    keep: draft => ({ ...draft, branchRead: true }),
    view: namedPage,
  });
}

function namedPage({ language, form }: QuestionContext<null>): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = NAMED_WORDS.in(language);
  const list = [
    ...words.list.map(text => ({ do: true, text })),
    ...words.not.map(text => ({ do: false, text })),
  ];
  return {
    title: words.title,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body"><strong>${words.danger}</strong></p>
      <p class="govuk-body">
        ${words.talk} <a class="govuk-link ho-number" href="tel:116123"><strong>116 123</strong></a>
      </p>
      <h2 class="govuk-heading-m">${words.allegationTitle}</h2>
      ${paragraphs(words.allegation)} ${doList(list)}
      ${form(button({ text: JOURNEY_WORDS.in(language).readOn, preventDoubleClick: true }))}`,
  };
}
