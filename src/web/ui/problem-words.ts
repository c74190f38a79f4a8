import { catalogue } from './language/index.ts';

/** Read out before the message at a control. */
export const PROBLEM_WORDS = catalogue({ error: 'Error' }, { error: 'Gwall' });
