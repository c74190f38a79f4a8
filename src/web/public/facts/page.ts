import { wordsPage } from '../asking/words-page.ts';
import { FACTS_WORDS } from './words.ts';

/** Facts that stand alone: how and when it began, the child's age, links. Links stay text: nobody and nothing opens them. */
export const FACTS_PAGE = wordsPage(
  'facts',
  [
    { name: 'firstContact', longest: 2000, rows: 3 },
    { name: 'when', longest: 500, rows: 1 },
    { name: 'childAge', longest: 500, rows: 1 },
    { name: 'links', longest: 5000, rows: 3 },
  ],
  FACTS_WORDS,
);
