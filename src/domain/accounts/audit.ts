import type { Action, Thing } from './may.ts';

/** One look or act, or a refusal of one. `detail` says which part of the thing, for example "messages 0 to 199". */
export type AuditRecord = {
  readonly officerId: string;
  readonly action: Action;
  readonly thing: Pick<Thing, 'kind' | 'id'>;
  readonly allowed: boolean;
  readonly detail: string;
};

/** A record as it is kept. */
export type AuditEntry = {
  readonly id: string;
  readonly at: Date;
  readonly officerId: string | null;
  readonly action: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly allowed: boolean;
  readonly detail: string;
};

/** Who looked at what. Rows are never changed and never removed by this process. */
export interface AuditTrail {
  /** Resolves when the row is durable; rejects when it is not, and then nothing may be shown. */
  record(record: AuditRecord): Promise<void>;
  /** The newest `limit` rows older than `before` (an id), or the newest of all. */
  recent(limit: number, before: string | null): Promise<readonly AuditEntry[]>;
}
