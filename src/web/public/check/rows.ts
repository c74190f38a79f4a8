import { html, type Html, isolated, joinHtml } from '#web/ui/index.ts';
import type { SummaryRow } from '#web/ui/govuk/index.ts';
import type { CheckWords } from './words.ts';

/** One answer and where to change it. `what` completes "Change …" for a screen reader. */
export type Answered = {
  readonly key: string;
  readonly value: Html | string;
  readonly href: string;
  readonly what: string;
  /** The question as it stands in a list of what was left open; the key where it says enough. */
  readonly open?: string;
  readonly id?: string;
};

/** A row for each answer; what was left empty on one page shares a row, so that the page stays short. */
export function rowsOf(answers: readonly Answered[], words: CheckWords): readonly SummaryRow[] {
  const given = answers.filter(({ value }) => value !== '');
  const empty = Map.groupBy(
    answers.filter(({ value }) => value === ''),
    ({ href }) => href,
  );
  const left = [...empty.values()].map((group): Answered => {
    const questions = group.map(({ key, open }) => open ?? key);
    const value = html`<ul class="govuk-list ho-check-open">
      ${questions.map(question => html`<li>${question}</li> `)}
    </ul>`;
    return {
      key: words.notAnswered,
      value,
      href: group[0]?.href ?? '/',
      what: group.map(({ what }) => what).join(', '),
    };
  });
  return [...given, ...left].map(answer => rowOf(answer, words));
}

function rowOf({ key, value, href, what, id }: Answered, { change }: CheckWords): SummaryRow {
  const attributes = id === undefined ? {} : { attributes: { id } };
  return {
    key: { text: key },
    value: { html: html`${value}` },
    actions: { items: [{ text: change, href, visuallyHiddenText: what, ...attributes }] },
  };
}

/** What somebody wrote, with its line ends, and hidden characters shown as marks. Never a link. */
export function lines(text: string): Html | string {
  if (text === '') return '';
  return html`<span class="ho-words">${joinHtml(text.split('\n').map(isolated), html`<br />`)}</span>`;
}
