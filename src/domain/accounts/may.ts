import { OFFICER_ROLES } from './officer.ts';
import type { Officer, OfficerRole } from './officer.ts';

/** Everything an officer can do, by the words of the access matrix. */
export const ACTIONS = [
  'open-home',
  'sign-out',
  'see-queue',
  'see-own-list',
  'see-safety-summary',
  'take-danger',
  'close-danger',
  'see-submission',
  'read-conversation',
  'state-purpose',
  'ask-reading',
  'answer-reading',
  'mark-read',
  'translate',
  'ask-submitter',
  'decide-question',
  'move-stage',
  'allocate',
  'ask-bundle',
  'download-bundle',
  'see-audit',
  'export-audit',
  'read-log',
  'see-record-check',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Actions in words, for the matrix and the forbidden page: "You may not …". */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  'open-home': 'open the first page',
  'sign-out': 'sign out',
  'see-queue': 'see the queue of the desk',
  'see-own-list': 'see what is allocated to them',
  'see-safety-summary':
    'see the safety summary: the danger answers, how it is safe to reach the person, and nothing else',
  'take-danger': 'take a danger report',
  'close-danger': 'close a danger report',
  'see-submission': 'see a submission: items, answers, continuity record',
  'read-conversation': 'read a conversation, its messages and their bytes',
  'state-purpose': 'state why they look at a submission',
  'ask-reading': 'ask for a reading that failed again',
  'answer-reading': 'answer what a file leaves open: the order of its dates, the zone of its clock',
  'mark-read': 'say which messages they have read, and take that back',
  translate: 'put a translation beside a message, dispute one, and take their own back',
  'ask-submitter': 'put a question to a submitter, from an approved template or as free text that waits',
  'decide-question': 'release free text to a submitter that another officer wrote, or withhold it',
  'move-stage': 'change the stage of a submission',
  allocate: 'allocate a submission',
  'ask-bundle': 'ask for a bundle',
  'download-bundle': 'download a bundle',
  'see-audit': 'see who looked at what, or was refused',
  'export-audit': 'take away a list of who looked at what',
  'read-log': 'read the checkpoint, tiles and proofs of the log',
  'see-record-check': 'see how the nightly check of the whole record went',
};

/** Things that are allocated to an officer, or hang on something that is. */
export type HeldKind = 'submission' | 'danger-report' | 'conversation' | 'bundle';

/**
 * What an action is done to. `holder` is the officer it is allocated to, null for nobody yet. A thing that was asked
 * for and does not exist is `missing`.
 */
export type Thing =
  | {
      readonly kind: 'service' | 'desk' | 'own-list' | 'audit-trail' | 'log' | 'record-check';
      readonly id: string;
    }
  | { readonly kind: HeldKind; readonly id: string; readonly holder: string | null }
  | { readonly kind: HeldKind; readonly id: string; readonly missing: true };

/** When a role may do an action: to anything; to what nobody has or they have; to what they have; or never. */
export type Rule = 'always' | 'unheld-or-own' | 'own' | 'never';

export type Permission = { readonly allowed: boolean; readonly reason: string };

type Rules = Readonly<Partial<Record<Action, Rule>>>;

/** The first page and the way out belong to everybody who is signed in. */
const EVERYBODY: Rules = { 'open-home': 'always', 'sign-out': 'always' };

const EVIDENCE = [
  'see-submission',
  'read-conversation',
  'state-purpose',
  'ask-reading',
  'answer-reading',
  'mark-read',
  'translate',
  'ask-submitter',
  'move-stage',
  'ask-bundle',
  'download-bundle',
] as const satisfies readonly Action[];

function evidence(rule: Rule): Rules {
  return Object.fromEntries(EVIDENCE.map(action => [action, rule]));
}

/** The one table. What is not written is never allowed. */
const TABLE: Readonly<Record<OfficerRole, Rules>> = {
  'intake-officer': {
    ...EVERYBODY,
    ...evidence('unheld-or-own'),
    'see-queue': 'always',
    'see-own-list': 'always',
    // Danger is excepted from allocation: whoever is on the desk answers it.
    'see-safety-summary': 'always',
    'take-danger': 'always',
    'close-danger': 'always',
    allocate: 'unheld-or-own',
  },
  supervisor: {
    ...EVERYBODY,
    ...evidence('always'),
    'see-queue': 'always',
    'see-own-list': 'always',
    'see-safety-summary': 'always',
    'take-danger': 'always',
    'close-danger': 'always',
    allocate: 'always',
    'decide-question': 'always',
  },
  investigator: {
    ...EVERYBODY,
    ...evidence('own'),
    'see-own-list': 'always',
    'see-safety-summary': 'own',
    'take-danger': 'own',
    'close-danger': 'own',
  },
  // Their work begins with cases, schedules and the register; until then they reach nothing.
  'disclosure-officer': EVERYBODY,
  'deconfliction-officer': EVERYBODY,
  'data-protection-officer': EVERYBODY,
  statistician: EVERYBODY,
  // Tiles hold hashes alone, but they show how much happens and when: they are for whoever checks the force.
  auditor: {
    ...EVERYBODY,
    'see-audit': 'always',
    'export-audit': 'always',
    'read-log': 'always',
    'see-record-check': 'always',
  },
  administrator: { ...EVERYBODY, 'see-record-check': 'always' },
};

/** The rule of one role for one action. */
export function ruleOf(role: OfficerRole, action: Action): Rule {
  return TABLE[role][action] ?? 'never';
}

/**
 * Whether this officer may do this to that thing, and why or why not in one sentence that may be shown to them. The
 * only place that decides. A thing that does not exist is decided by role alone: a role that never may is refused
 * without being told that there is nothing.
 */
export function may(officer: Officer, action: Action, thing: Thing): Permission {
  const rule = OFFICER_ROLES.includes(officer.role) ? ruleOf(officer.role, action) : 'never';
  if (rule === 'never') return { allowed: false, reason: NEVER[officer.role] ?? 'This role is not known.' };
  if (rule === 'always' || 'missing' in thing) return { allowed: true, reason: 'The role allows it.' };
  const holder = 'holder' in thing ? thing.holder : undefined;
  if (holder === officer.id) return { allowed: true, reason: 'It is allocated to this officer.' };
  if (rule === 'unheld-or-own' && holder === null) {
    return { allowed: true, reason: 'It is allocated to nobody yet.' };
  }
  return { allowed: false, reason: NOT_THEIRS[rule] };
}

/** What a witness or another body may do that reads with a token and no session: read the log, and nothing else. */
export function readerMay(action: Action): Permission {
  return action === 'read-log'
    ? { allowed: true, reason: 'A log reader may read the log.' }
    : { allowed: false, reason: 'A log reader reads the log and nothing else.' };
}

const NOT_THEIRS: Readonly<Record<'unheld-or-own' | 'own', string>> = {
  'unheld-or-own': 'It is allocated to somebody else. The desk then sees only its safety summary.',
  own: 'It is not allocated to you. An investigator reads only what is.',
};

const NEVER: Readonly<Record<OfficerRole, string>> = {
  'intake-officer': 'This is not part of an intake officer’s work.',
  supervisor: 'This is not part of a supervisor’s work.',
  investigator: 'An investigator sees what is allocated to them, not the desk.',
  'disclosure-officer': 'A disclosure officer has nothing to reach here before a case is prepared.',
  'deconfliction-officer': 'A deconfliction officer works from the register, not from submissions.',
  'data-protection-officer': 'A data protection officer reads only under the number of a request.',
  auditor: 'An auditor never reads evidence.',
  statistician: 'A statistician never reads evidence.',
  administrator: 'An administrator never reads evidence.',
};
