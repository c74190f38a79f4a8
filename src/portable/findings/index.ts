export { CHECKPOINT_SIGNED, READABLE, SENTENCE_WORDS, countWords, exitCodeOf, verdictOf } from './finding.ts';
export type { Finding, Verdict } from './finding.ts';
