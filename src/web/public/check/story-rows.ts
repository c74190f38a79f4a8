import { type Draft, type DraftFile, topicsOf } from '#domain/intake/index.ts';
import { html, type Html, isolated } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { AnswerRow } from '../asking/topic-page.ts';
import { TOPIC_PAGES } from '../asking/topic-pages.ts';
import { PATHS } from '../journey.ts';
import { spokenSize } from '../spoken-time.ts';
import { type Answered, lines } from './rows.ts';
import type { CheckWords } from './words.ts';

/** The id of the way to add something: the problem of handing in nothing leads there. */
export const ADD_SOMETHING = 'add-something';

/** What is handed in: the chat, and each answer of the branch under its page. */
export function storyAnswers(draft: Draft, words: CheckWords, language: Language): readonly Answered[] {
  const topics = topicsOf(draft).flatMap(topic => {
    const page = TOPIC_PAGES[topic];
    const href = `${PATHS[topic]}?from=check`;
    return page.rows(draft, language).map(row => answered(row, href));
  });
  return [...chat(draft, words), ...topics];
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
