import { HARM_KINDS } from '#domain/intake/index.ts';
import { ticksPage } from '../asking/ticks-page.ts';
import { HARM_WORDS } from './harm-words.ts';

/** What was done to somebody who was named, filmed or confronted, or to their family. Never what they are said to have done. */
export const HARM_PAGE = ticksPage(
  'harm',
  { member: 'kinds', kinds: HARM_KINDS },
  [
    { name: 'words', longest: 10_000, rows: 5 },
    { name: 'links', longest: 5000, rows: 3 },
  ],
  HARM_WORDS,
);
