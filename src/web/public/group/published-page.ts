import { entriesPage } from '../asking/entries.ts';
import { PUBLISHED_WORDS } from './published-words.ts';

/** Every publication with its link and time. A link is text: nothing fetches it. */
export const PUBLISHED_PAGE = entriesPage(
  'publications',
  [
    { name: 'link', longest: 2000, rows: 1 },
    { name: 'when', longest: 200, rows: 1 },
    { name: 'what', longest: 1000, rows: 2 },
  ],
  PUBLISHED_WORDS,
);
