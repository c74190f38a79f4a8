import type { AccountAnswer } from '#domain/desk/index.ts';
import type { Html } from '#web/ui/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import { keyValues } from '#web/ui/police/index.ts';

/** The fields of an addition in the order they are shown; one that this version does not know comes last, by its name. */
const FIELDS: readonly (readonly [field: string, words: string])[] = [
  ['question.text', 'Asked'],
  ['answers.choice', 'Chosen'],
  ['answers.words', 'In their words'],
  ['answers.corrects', 'Corrects'],
  ['answers.correction', 'What is right instead'],
  ['answers.happened', 'What happened'],
  ['answers.link', 'Where. Text only: nothing opens it'],
  ['answers.when', 'When'],
  ['answers.shows', 'What it shows or says'],
];

/** Said by the heading, or of no meaning to a reader. */
const NOT_SHOWN = new Set([
  ...['format', 'kind', 'question', 'question.id', 'question.template', 'question.version'],
  'answers.withdrawn',
]);

const LONGEST_FIELD = 60;

/** What the submitter wrote into a form after the hand-in; a field left empty is not shown. */
export function additionAnswers(answers: readonly AccountAnswer[]): Html {
  const shown = answers.filter(({ field, text }) => !NOT_SHOWN.has(field) && text !== '');
  const rank = (field: string): number => {
    const place = FIELDS.findIndex(([name]) => name === field);
    return place === -1 ? FIELDS.length : place;
  };
  const rows = shown.toSorted((one, other) => rank(one.field) - rank(other.field));
  return keyValues(
    rows.map(({ field, text }) => {
      const known = FIELDS.find(([name]) => name === field)?.[1];
      return known === undefined
        ? {
            key: 'Another field',
            value: html`<b>${isolated(field.slice(0, LONGEST_FIELD))}</b>: ${isolated(text)}`,
          }
        : { key: known, value: isolated(text) };
    }),
  );
}
