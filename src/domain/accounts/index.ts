export { accessMatrix } from './access-matrix.ts';
export type { AuditEntry, AuditRecord, AuditTrail } from './audit.ts';
export { ACTION_WORDS, may } from './may.ts';
export type { Action, HeldKind, Permission, Thing } from './may.ts';
export { OFFICER_ROLES, officerTitle, ROLE_WORDS } from './officer.ts';
export type { Officer, OfficerRole } from './officer.ts';
export { ABSOLUTE_TIMEOUT_MS, IDLE_TIMEOUT_MS, sessionIsLive } from './session.ts';
export type { AccountStore, NewSession, StoredSession } from './session.ts';
