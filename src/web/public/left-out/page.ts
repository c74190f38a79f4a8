import { yesNoPage } from '../asking/yes-no-page.ts';
import { LEFT_OUT_WORDS } from './words.ts';

/** What is not handed in, and why. */
export const LEFT_OUT_PAGE = yesNoPage('leftOut', LEFT_OUT_WORDS);
