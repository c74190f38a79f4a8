import type { Action, Thing } from './may.ts';
import type { Officer, OfficerRole } from './officer.ts';

/** Why somebody looks. A closed list: the auditor counts and filters by it. */
export const PURPOSES = [
  'safeguarding',
  'triage',
  'investigation',
  'disclosure',
  'supervision',
  'audit',
  'service',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  safeguarding: 'Safeguarding: somebody may be in danger',
  triage: 'Triage',
  investigation: 'Investigation',
  disclosure: 'Disclosure and preparing for court',
  supervision: 'Supervision: checking others’ work',
  audit: 'Audit',
  service: 'Running the service',
};

/** What an officer may state for a submission in place of what follows from their work. */
export const STATEABLE_PURPOSES = [
  'safeguarding',
  'triage',
  'investigation',
  'disclosure',
  'supervision',
] as const satisfies readonly Purpose[];

export function isStateablePurpose(text: string): text is (typeof STATEABLE_PURPOSES)[number] {
  return (STATEABLE_PURPOSES as readonly string[]).includes(text);
}

const DANGER: ReadonlySet<Action> = new Set<Action>(['see-safety-summary', 'take-danger', 'close-danger']);

const BY_ROLE: Readonly<Record<OfficerRole, Purpose>> = {
  'intake-officer': 'triage',
  supervisor: 'supervision',
  investigator: 'investigation',
  'disclosure-officer': 'disclosure',
  'deconfliction-officer': 'investigation',
  'data-protection-officer': 'audit',
  auditor: 'audit',
  statistician: 'service',
  administrator: 'service',
};

/**
 * Why this officer does this, as it follows from the page and their work; never in doubt, so nobody is ever stopped and
 * asked first. Danger is always safeguarding. A supervisor who looks at what nobody has, or has it, does triage.
 */
export function purposeOf({ id, role }: Pick<Officer, 'id' | 'role'>, action: Action, thing: Thing): Purpose {
  if (DANGER.has(action)) return 'safeguarding';
  const isTriage =
    role === 'supervisor' && 'holder' in thing && (thing.holder === null || thing.holder === id);
  return isTriage ? 'triage' : BY_ROLE[role];
}

/** Whether a stated purpose takes the place of the one that follows. Never for danger: there nothing is asked. */
export function purposeCanBeStated(action: Action): boolean {
  return !DANGER.has(action);
}
