import { CHECKPOINT_SIGNED, READABLE } from '../../findings/index.ts';

/** The check that is made only when somebody gives a record code. */
export const RECORD_CODE = 'record-code';

/** Every check of a bundle, in the order in which a person reads them. */
export const CHECKS = [
  READABLE,
  'zip',
  'complete',
  'unchanged',
  'record-files',
  'cover',
  'order',
  'items',
  'record',
  RECORD_CODE,
  'counts',
  'times',
  'withheld',
  'log-entries',
  'sealed-list',
  'sealed-list-in-log',
  'log-extends',
  'heads-signed',
  CHECKPOINT_SIGNED,
  'witnesses',
  'transcript-bytes',
  'transcript-words',
] as const;

/** The name of one check. */
export type CheckName = (typeof CHECKS)[number];

/**
 * What one check found, before it is put into words. `details` name each thing that is wrong (or that could not be
 * checked), a sentence each. `facts` are the numbers and words its sentence needs.
 */
export type Outcome = {
  check: CheckName;
  state: 'passed' | 'failed' | 'not-checked';
  details: string[];
  facts: { count?: number; other?: number; word?: string };
};

/** Passed when there is nothing to say against it, failed otherwise. */
export function outcomeOf(check: CheckName, faults: string[], facts: Outcome['facts'] = {}): Outcome {
  return { check, state: faults.length === 0 ? 'passed' : 'failed', details: faults, facts };
}

/** A check that could not be made, and why. */
export function notChecked(check: CheckName, why: string, facts: Outcome['facts'] = {}): Outcome {
  return { check, state: 'not-checked', details: [why], facts };
}
