import type { DangerAnswers } from './danger.ts';
import type { SubmitterType } from './submission.ts';

/** How it is safe to reach the submitter. The default is not at all. */
export type SafeContact = {
  readonly othersSeeDevice: 'no' | 'yes' | 'unsure' | '';
  readonly reach: 'none' | 'phone' | 'email';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly whenAndAsWhom: string;
};

/** Facts of what happened, each optional, in the submitter's words. */
export type HappenedFacts = {
  readonly app: string;
  readonly usernames: string;
  readonly links: string;
  readonly when: string;
  readonly childAge: string;
};

/** The answers of the form, sealed as the item of kind 'account' (canonical JSON, one field per answer). */
export type Account = {
  readonly format: 'handover-account/v1';
  readonly submitterType: SubmitterType;
  /** The partner whose system handed in, by the name of its key; not there when a person used the pages. */
  readonly partner?: string;
  readonly danger: DangerAnswers | null;
  readonly contact: SafeContact;
  readonly happened: string;
  readonly facts: HappenedFacts;
};
