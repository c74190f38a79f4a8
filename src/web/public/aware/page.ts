import type { TopicAnswers } from '#domain/intake/index.ts';
import { html, type Html, problemAt } from '#web/ui/index.ts';
import { dateInput, input } from '#web/ui/govuk/index.ts';
import { continueButton, paragraphs, wordsControl } from '../asking/controls.ts';
import { topicPage } from '../asking/topic-page.ts';
import type { QuestionContext } from '../question.ts';
import { ALSO_TOLD, readAwareness, ROLE } from './form.ts';
import { spokenAwareness } from './spoken.ts';
import { AWARE_WORDS } from './words.ts';

type Awareness = TopicAnswers['awareness'];

/** When somebody with a duty became aware: a fact of the sealed answers that their receipt shows. */
export const AWARE_PAGE = topicPage({
  topic: 'awareness',
  task: language => AWARE_WORDS.in(language).task,
  read: readAwareness,
  rows(answers, language) {
    const words = AWARE_WORDS.in(language);
    return [
      { key: words.role.row, value: answers.role },
      { key: words.row, value: spokenAwareness(answers, language) },
      { key: words.alsoTold.row, value: answers.alsoTold },
    ];
  },
  view(context) {
    const { answers, problems, language, form } = context;
    const words = AWARE_WORDS.in(language);
    const shared = { problems, language };
    const role = wordsControl({ field: ROLE, words: words.role, value: answers.role, ...shared });
    const told = wordsControl({
      field: ALSO_TOLD,
      words: words.alsoTold,
      value: answers.alsoTold,
      ...shared,
    });
    return {
      title: words.title,
      body: html`<h1 class="govuk-heading-l">${words.title}</h1>
        ${paragraphs(words.before)}
        ${form(html`${role} ${day(context)} ${time(context)} ${told} ${continueButton(language)}`)}`,
    };
  },
});

function day({ answers, problems, language }: QuestionContext<Awareness>): Html {
  const words = AWARE_WORDS.in(language);
  const isRead = /^\d{4}-\d\d-\d\d$/.test(answers.day);
  const [d = '', m = '', y = ''] = isRead ? answers.day.split('-').toReversed() : answers.day.split('/');
  const error = problemAt(problems, 'aware-day', language);
  const part = (name: 'day' | 'month' | 'year', value: string) => ({
    name,
    label: words.parts[name],
    value,
    classes: `govuk-input--width-${name === 'year' ? 4 : 2}`,
    ...(error === undefined ? {} : { error: true }),
  });
  return dateInput({
    id: 'aware',
    namePrefix: 'aware',
    fieldset: { legend: { text: words.day, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: words.dayHint },
    errorMessage: error,
    items: [part('day', d), part('month', m), part('year', y)],
  });
}

function time({ answers, problems, language }: QuestionContext<Awareness>): Html {
  const words = AWARE_WORDS.in(language);
  return input({
    name: 'time',
    id: 'time',
    label: { text: words.time.label, classes: 'govuk-label--m' },
    hint: { text: words.time.hint },
    errorMessage: problemAt(problems, 'time', language),
    classes: 'govuk-input--width-5',
    autocomplete: 'off',
    value: answers.time,
  });
}
