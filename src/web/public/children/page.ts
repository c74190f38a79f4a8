import { yesNoPage } from '../asking/yes-no-page.ts';
import { CHILDREN_WORDS } from './words.ts';

/** Which children the person has access to, as far as the submitter knows. */
export const CHILDREN_PAGE = yesNoPage('children', CHILDREN_WORDS);
