import type { Action } from './may.ts';

/** What a log of law enforcement processing must be kept of (Data Protection Act 2018, section 62). */
export const STATUTORY_KINDS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const;
export type StatutoryKind = (typeof STATUTORY_KINDS)[number];

/** `view`: counted in rows of five minutes, with ranges. `act`: one row each, like every refusal. */
type Recorded = { readonly kind: StatutoryKind; readonly as: 'view' | 'act' };

const VIEW: Recorded = { kind: 'consultation', as: 'view' };
const ALTERATION: Recorded = { kind: 'alteration', as: 'act' };

/** The one table: which statutory kind an action is of, and how it is recorded. */
const TABLE: Readonly<Record<Action, Recorded>> = {
  'open-home': VIEW,
  // Ends consulting; it reads and changes nothing about anybody.
  'sign-out': { kind: 'consultation', as: 'act' },
  'see-queue': VIEW,
  'see-own-list': VIEW,
  'see-safety-summary': VIEW,
  'take-danger': ALTERATION,
  'close-danger': ALTERATION,
  'see-submission': VIEW,
  'read-conversation': VIEW,
  'state-purpose': ALTERATION,
  'ask-reading': ALTERATION,
  'answer-reading': ALTERATION,
  'mark-read': ALTERATION,
  translate: ALTERATION,
  'ask-submitter': { kind: 'disclosure', as: 'act' },
  'decide-question': { kind: 'disclosure', as: 'act' },
  'move-stage': ALTERATION,
  allocate: ALTERATION,
  // A bundle brings items, record and proofs of one submission together.
  'ask-bundle': { kind: 'combination', as: 'act' },
  'download-bundle': { kind: 'disclosure', as: 'act' },
  'see-audit': VIEW,
  'export-audit': { kind: 'disclosure', as: 'act' },
  'read-log': VIEW,
  'see-record-check': VIEW,
};

export function statutory(action: Action): Recorded {
  return TABLE[action];
}

/** The actions of one kind. */
export function actionsOfKind(kind: StatutoryKind): readonly Action[] {
  return (Object.keys(TABLE) as Action[]).filter(action => TABLE[action].kind === kind);
}

/**
 * Kinds that no officer's action is of: the service itself does them, and each is a continuity event in the log, in the
 * chain of its submission.
 */
export const KINDS_BY_EVENT: Readonly<Partial<Record<StatutoryKind, string>>> = {
  collection:
    'Collection is not an officer’s action: every hand-in is a continuity event (submission received, item sealed) in the log.',
  erasure: 'This version erases nothing that was sealed, so there is no row of this kind.',
};
