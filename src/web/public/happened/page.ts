import { type TopicPage, nowAnswered } from '../asking/topic-page.ts';
import { askQuestion } from '../question.ts';
import { type HappenedAnswers, readHappened } from './form.ts';
import { happenedPage } from './view.ts';
import { HAPPENED_WORDS } from './words.ts';

/** What happened, in the submitter's own words. */
export const HAPPENED_PAGE: TopicPage = {
  topic: 'happened',
  task: language => HAPPENED_WORDS.in(language).task,
  rows: ({ happened }, language) => [{ key: HAPPENED_WORDS.in(language).task, value: happened }],
  routes: pages =>
    askQuestion<HappenedAnswers>(pages, {
      path: '/happened',
      read: readHappened,
      stored: ({ happened }) => ({ happened }),
      keep: (draft, { happened }) => nowAnswered({ ...draft, happened }, 'happened'),
      words: ({ happened }) => happened,
      view: happenedPage,
    }),
};
