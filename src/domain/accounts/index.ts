export { accessMatrix } from './access-matrix.ts';
export { encodeActState, encodeViewState } from './audit-state.ts';
export type { ActState, ViewState } from './audit-state.ts';
export type {
  ActRecord,
  AuditEntry,
  AuditFilter,
  AuditPlace,
  AuditRecord,
  AuditTrail,
  CoveringRoot,
  ViewRecord,
} from './audit.ts';
export { ACTION_WORDS, may, readerMay } from './may.ts';
export type { Action, HeldKind, Permission, Thing } from './may.ts';
export { OFFICER_ROLES, officerTitle, ROLE_WORDS } from './officer.ts';
export type { Officer, OfficerRole } from './officer.ts';
export {
  isStateablePurpose,
  PURPOSE_WORDS,
  purposeCanBeStated,
  purposeOf,
  STATEABLE_PURPOSES,
} from './purpose.ts';
export type { Purpose } from './purpose.ts';
export { rangesOf, rangeWords, sizeOfRanges, withoutRanges, withRanges } from './ranges.ts';
export type { Ranges } from './ranges.ts';
export { actionsOfKind, KINDS_BY_EVENT, statutory, STATUTORY_KINDS } from './statutory.ts';
export type { StatutoryKind } from './statutory.ts';
export { ABSOLUTE_TIMEOUT_MS, IDLE_TIMEOUT_MS, sessionIsLive } from './session.ts';
export type { AccountStore, NewSession, StoredSession } from './session.ts';
