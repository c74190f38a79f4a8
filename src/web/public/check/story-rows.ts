import { type Draft, type DraftFile, topicsOf } from '#domain/intake/index.ts';
import { html, type Html, isolated } from '#web/ui/index.ts';
import type { SummaryRow } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { AnswerRow } from '../asking/topic-page.ts';
import { TOPIC_PAGES } from '../asking/topic-pages.ts';
import { PATHS } from '../journey.ts';
import { spokenSize } from '../spoken-time.ts';
import { type Answered, lines, rowsOf } from './rows.ts';
import type { CheckWords } from './words.ts';

/** The id of the way to add something: the problem of handing in nothing leads there. */
export const ADD_SOMETHING = 'add-something';

/**
 * What is handed in: the chat, each answer of the branch, and in one row a way to each question that was left open. A page
 * that was left open whole stands there once, under its own name.
 */
export function storyRows(draft: Draft, words: CheckWords, language: Language): readonly SummaryRow[] {
  const pages = topicsOf(draft).map(topic => {
    const page = TOPIC_PAGES[topic];
    const href = `${PATHS[topic]}?from=check`;
    const answers = page.rows(draft, language).map(row => answered(row, href));
    return { answers, href, task: page.task(language) };
  });
  const given = pages.flatMap(({ answers }) => answers.filter(isGiven));
  const open = pages.flatMap(({ answers, href, task }) =>
    answers.some(isGiven) ? answers.filter(answer => !isGiven(answer)) : [{ href, key: task }],
  );
  return [...rowsOf([...chat(draft, words), ...given], words), ...leftOpen(open, words)];
}

function isGiven({ value }: Answered): boolean {
  return value !== '';
}

type Open = Pick<Answered, 'href' | 'key'>;

function leftOpen(open: readonly Open[], { notAnswered }: CheckWords): readonly SummaryRow[] {
  if (open.length === 0) return [];
  const links = html`<ul class="govuk-list ho-check-links">
    ${open.map(({ href, key }) => html`<li><a class="govuk-link" href="${href}">${key}</a></li> `)}
  </ul>`;
  return [{ key: { text: notAnswered }, value: { html: links } }];
}

function answered({ key, value }: AnswerRow, href: string): Answered {
  const shown = typeof value === 'string' ? lines(value) : list(value);
  return { key, value: shown, href, what: key };
}

function list(values: readonly string[]): Html | string {
  if (values.length === 0) return '';
  return html`<ul class="govuk-list">
    ${values.map(value => html`<li>${lines(value)}</li> `)}
  </ul>`;
}

/** Anyone may add a chat from here, a child too; nobody is led to one where a picture may be sexual. */
function chat(draft: Draft, words: CheckWords): readonly Answered[] {
  const { files, answers } = draft;
  if (files.length === 0 && answers.holding.pictures === 'yes') return [];
  const value =
    files.length === 0
      ? words.noChat
      : html`<ul class="govuk-list">
          ${files.map(file => fileLine(file, words))}
        </ul>`;
  return [{ ...words.chat, value, href: '/chat?from=check', id: ADD_SOMETHING }];
}

function fileLine(file: DraftFile, words: CheckWords): Html {
  return html`<li>
    <span class="ho-words">${isolated(file.name)}</span>,
    ${spokenSize(file.sizeBytes)}${alsoSent(file, words)}
  </li> `;
}

/** What goes with the words of a packed chat and is no file that the person chose. */
function alsoSent({ fingerprints, archiveName }: DraftFile, words: CheckWords): Html | null {
  if (fingerprints === null) return null;
  const { count } = fingerprints;
  return html`<br /><span class="ho-hint"
      >${count === 1 ? words.alsoOne : words.alsoMany(String(count))} ${isolated(archiveName ?? '')}.
      ${count === 1 ? words.staysOne : words.staysMany}</span
    >`;
}
