import { entriesPage } from '../asking/entries.ts';
import { ACCOUNTS_WORDS } from './words.ts';

/** Accounts and platforms, whose each is and how that is known. */
export const ACCOUNTS_PAGE = entriesPage(
  'accounts',
  [
    { name: 'platform', longest: 200, rows: 1 },
    { name: 'name', longest: 500, rows: 1 },
    { name: 'whose', longest: 300, rows: 1 },
    { name: 'howKnown', longest: 1000, rows: 2 },
  ],
  ACCOUNTS_WORDS,
);
