/**
 * The result of one check, for a person to read. `check` is a stable id such as "checkpoint-signed"; several findings
 * may share it, each about another thing named in `where`. `sentence` says what was found in at most 20 words, `means`
 * what follows from it, `doesNotProve` what does not.
 */
export type Finding = {
  check: string;
  outcome: 'passed' | 'failed' | 'not-checked';
  sentence: string;
  means: string;
  doesNotProve: string;
  where?: string;
};

/**
 * What a verifier says of the whole. `failed`: at least one check failed. `unusable`: the input could not be read, so
 * nothing was checked. `issuer-not-established`: consistent with itself, but anybody could have made it.
 */
export type Verdict = 'verified' | 'failed' | 'unusable' | 'issuer-not-established';

/** The check that fails when the input could not be read at all. */
export const READABLE = 'readable';

/** The check that the log named by a policy from outside signed the checkpoint. Without it nothing is verified. */
export const CHECKPOINT_SIGNED = 'checkpoint-signed';

/** The most words a finding's sentence may have. */
export const SENTENCE_WORDS = 20;

/**
 * The verdict that these findings add up to. `policyGiven` says whether a policy came from outside the evidence: what
 * arrives with the evidence cannot vouch for it, so without one the best verdict is `issuer-not-established`.
 * `verified` also needs a passed `checkpoint-signed`; checks that were not made do not stand in its way.
 */
export function verdictOf(findings: readonly Finding[], policyGiven: boolean): Verdict {
  const failed = findings.filter(finding => finding.outcome === 'failed');
  if (findings.length === 0 || failed.some(finding => finding.check === READABLE)) return 'unusable';
  if (failed.length > 0) return 'failed';
  const signed = findings.some(({ check, outcome }) => check === CHECKPOINT_SIGNED && outcome === 'passed');
  return policyGiven && signed ? 'verified' : 'issuer-not-established';
}

const EXIT_CODES: Readonly<Record<Verdict, number>> = {
  verified: 0,
  failed: 1,
  unusable: 2,
  'issuer-not-established': 3,
};

/** The exit code of a verifier: 0 verified, 1 a check failed, 2 unusable input, 3 issuer not established. */
export function exitCodeOf(verdict: Verdict): number {
  return EXIT_CODES[verdict];
}

/** How many words a sentence has: runs of anything between white space. */
export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter(word => word !== '').length;
}
