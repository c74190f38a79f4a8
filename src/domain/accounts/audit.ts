import type { Action, Thing } from './may.ts';
import type { Purpose } from './purpose.ts';
import type { Ranges } from './ranges.ts';

/** One look or act, or a refusal of one. */
export type AuditRecord = {
  /** An officer's id, or `reader:` and the name of a log reader. */
  readonly officerId: string;
  readonly action: Action;
  readonly thing: Pick<Thing, 'kind' | 'id'>;
  /** The reference of the submission it belongs to, where it belongs to one. */
  readonly submission: string | null;
  /** Why, as it follows from the work. */
  readonly purpose: Purpose;
  /** The session whose stated purpose for this submission takes its place; null where none may. */
  readonly tokenHash: Uint8Array | null;
};

/** `detail` says what was asked, for example a query. */
export type ActRecord = AuditRecord & { readonly allowed: boolean; readonly detail: string };

/**
 * One look. `part` says which side of the thing ("messages", a search); with officer, action, thing and purpose it
 * makes one row in five minutes. `ranges` are the numbers seen, for example of messages; they are merged into the row.
 */
export type ViewRecord = AuditRecord & {
  readonly part: string;
  readonly ranges: Ranges;
  /** True for more of a look that is on record already: it adds ranges and counts as no further look. */
  readonly isMore: boolean;
};

/** A minute's root in the log; `logIndex` is null while the event waits for its place. */
export type CoveringRoot = { readonly minute: Date; readonly logIndex: number | null };

/** A row as it is kept: an act or a refusal, or the looks of five minutes. */
export type AuditEntry = {
  readonly rowKind: 'act' | 'view';
  readonly id: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly officerId: string | null;
  readonly action: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly submission: string | null;
  readonly purpose: string;
  readonly allowed: boolean;
  readonly part: string;
  readonly looks: number;
  readonly ranges: Ranges;
  /** The minute that covers its newest state; null for rows of a version that had another kind of root. */
  readonly minute: Date | null;
  /** The root that covers it; null while its minute is not over or not yet rooted. */
  readonly root: CoveringRoot | null;
};

/** What the auditor narrows the rows to. Days are half-open: from `from` up to but not including `until`. */
export type AuditFilter = {
  readonly officerId: string | null;
  readonly submission: string | null;
  readonly actions: readonly Action[] | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** Where a page goes on: after this row, in the order newest first. */
export type AuditPlace = Pick<AuditEntry, 'firstAt' | 'rowKind' | 'id'>;

/** Who looked at what. Rows are never changed and never removed by this process. */
export interface AuditTrail {
  /**
   * Each resolves when the row is durable, with the purpose it was recorded for; each rejects when it is not, and then
   * nothing may be shown or done.
   */
  noteAct(record: ActRecord): Promise<Purpose>;
  noteView(record: ViewRecord): Promise<Purpose>;
  /** Rows newest first, by the time of their first look. */
  page(filter: AuditFilter, after: AuditPlace | null, limit: number): Promise<readonly AuditEntry[]>;
  count(filter: AuditFilter): Promise<number>;
  /** Everybody who can stand in a row: officers by id and name, and log readers. */
  people(): Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The newest minute whose root is in the log, and how many finished minutes wait for theirs. */
  newestRoot(): Promise<CoveringRoot | null>;
  statePurpose(tokenHash: Uint8Array, submission: string, purpose: Purpose, at: Date): Promise<void>;
}
