import { CONDUCT_KINDS, OWN_PARTS } from '#domain/intake/index.ts';
import { ticksPage } from '../asking/ticks-page.ts';
import { CONDUCT_WORDS } from './conduct-words.ts';
import { PEOPLE_WORDS } from './people-words.ts';

/** Who typed, filmed and was present. Only whoever typed is asked who first raised what. */
export const PEOPLE_PAGE = ticksPage(
  'people',
  { member: 'own', kinds: [...OWN_PARTS, 'none'] as const },
  [{ name: 'others', longest: 5000, rows: 4 }],
  PEOPLE_WORDS,
);

/** Whether anyone was confronted, detained, followed, named, filmed or paid. */
export const CONDUCT_PAGE = ticksPage(
  'conduct',
  { member: 'kinds', kinds: [...CONDUCT_KINDS, 'none'] as const },
  [{ name: 'words', longest: 5000, rows: 5 }],
  CONDUCT_WORDS,
);
