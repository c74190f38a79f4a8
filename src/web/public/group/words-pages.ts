import { wordsPage } from '../asking/words-page.ts';
import { FIRST_RAISED_WORDS } from './first-raised-words.ts';
import { MATERIAL_WORDS } from './material-words.ts';

/** Everything a group has: originals, every decoy and recording, the failed ones too. */
export const MATERIAL_PAGE = wordsPage(
  'material',
  [
    { name: 'originals', longest: 5000, rows: 3 },
    { name: 'decoys', longest: 5000, rows: 3 },
    { name: 'recordings', longest: 5000, rows: 3 },
    { name: 'failed', longest: 5000, rows: 3 },
  ],
  MATERIAL_WORDS,
);

/** Who first raised age, sexual matters or meeting: asked of the adult who typed as a decoy, and of nobody else. */
export const FIRST_RAISED_PAGE = wordsPage(
  'firstRaised',
  [
    { name: 'age', longest: 3000, rows: 3 },
    { name: 'sexual', longest: 3000, rows: 3 },
    { name: 'meeting', longest: 3000, rows: 3 },
  ],
  FIRST_RAISED_WORDS,
);
