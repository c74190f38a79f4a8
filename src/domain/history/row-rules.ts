import { equalBytes, fromHex } from '#portable/bytes/index.ts';
import {
  AT_COMMAND_LINE,
  type ContinuityEvent,
  decodeItemFacts,
  itemCommitment,
  itemSealedFacts,
} from '#portable/continuity/index.ts';
import type { OfficerRole } from '../accounts/index.ts';
import type { RolledTable, RowImage } from './event-payload.ts';

/** The rows that an event of its kind can have left behind, and a sentence for each of the others. */
export type SiftedRows = { readonly rows: readonly RowImage[]; readonly leftOut: readonly string[] };

type Row = Readonly<Record<string, unknown>>;
/** One event with those of its rows that fit so far, since some are only there for others. */
type Case = { readonly event: ContinuityEvent; readonly fit: Readonly<Record<RolledTable, readonly Row[]>> };
type Rule = (row: Row, at: Case) => boolean;
type Rules = Partial<Record<RolledTable, Rule>>;

/** Roles that act on evidence. An officer whose role does not is never made by a row beside an event. */
const ACTING_ROLES: readonly OfficerRole[] = [
  'intake-officer',
  'supervisor',
  'investigator',
  'disclosure-officer',
  'deconfliction-officer',
  'data-protection-officer',
];

const OWN_SUBMISSION: Rule = (row, { event }) =>
  event.submission !== null && row['id'] === bytea(event.submission.id);
const OFFICERS: Rule = (row, { fit }) => {
  const named = [
    ...fit.submissions.map(other => other['allocated_to']),
    ...fit.bundles.map(other => other['asked_by']),
    ...fit.disposals.map(other => other['officer_id']),
  ];
  return named.includes(row['id']) && ACTING_ROLES.some(role => role === row['role']);
};
const OWN_REPORT: Rule = (row, { event }) => isFact(event, 'report', row['id']);
const IN_SUBMISSION = (row: Row, event: ContinuityEvent) =>
  event.submission !== null && row['submission_id'] === bytea(event.submission.id);

const OF_SUBMISSION: Rules = { officers: OFFICERS, submissions: OWN_SUBMISSION };
const OF_DANGER: Rules = { ...OF_SUBMISSION, danger_reports: OWN_REPORT };

/** What each type changes, beside its submission's row; `actor` is the only kind that can have made it. */
const BY_TYPE: Readonly<
  Record<string, { readonly actor: ContinuityEvent['actor']['kind']; readonly rules: Rules }>
> = {
  'submission-received': {
    actor: 'submitter',
    rules: {
      ...OF_SUBMISSION,
      danger_reports: (row, { fit }) => fit.submissions.some(one => one['draft_id'] === row['draft_id']),
    },
  },
  'item-sealed': { actor: 'worker', rules: { ...OF_SUBMISSION, items: isSealedItem } },
  'danger-taken': { actor: 'officer', rules: OF_DANGER },
  'danger-closed': { actor: 'officer', rules: OF_DANGER },
  'bundle-asked': {
    actor: 'officer',
    rules: {
      ...OF_SUBMISSION,
      bundles: (row, { event }) => isFact(event, 'bundle', row['id']) && IN_SUBMISSION(row, event),
    },
  },
  'bundle-produced': {
    actor: 'worker',
    rules: {
      ...OF_SUBMISSION,
      bundles: (row, { event }) => row['event_id'] === bytea(event.id) && IN_SUBMISSION(row, event),
    },
  },
  'item-disposed': {
    actor: 'officer',
    rules: {
      ...OF_SUBMISSION,
      disposals: (row, { event }) =>
        isFact(event, 'item', row['item_id']) &&
        row['event_id'] === bytea(event.id) &&
        row['officer_id'] === event.actor.id,
    },
  },
  'audit-minute': {
    actor: 'system',
    rules: {
      audit: (row, { event }) => isNumber(row['id']) && isOfMinute(row, event),
      audit_views: (row, { fit }) =>
        isNumber(row['id']) && fit.audit_view_states.some(state => state['view_id'] === row['id']),
      audit_view_states: (row, { event }) => isNumber(row['view_id']) && isOfMinute(row, event),
      audit_minutes: (row, { event }) => row['event_id'] === bytea(event.id) && isOfMinute(row, event),
    },
  },
};

/**
 * A signature over a batch says that the sequencer passed these rows on, not that they are true: it cannot read them, and
 * any process that may append an event chose them. So of each event only what its type changes is taken, only as a row of
 * the thing that the event itself names, and an item only where it is what the event committed to.
 */
export function siftRows(event: ContinuityEvent, images: readonly RowImage[]): SiftedRows {
  const read = images.map(image => ({ image, row: rowOf(image.row) }));
  const rules = rulesOf(event);
  const fit = noRows();
  const kept = new Set<RowImage>();
  for (const table of NAMING_FIRST)
    for (const { image, row } of read) {
      if (image.table !== table || row === null || rules[table]?.(row, { event, fit }) !== true) continue;
      kept.add(image);
      fit[table].push(row);
    }
  const by = `${event.type} by ${event.actor.kind}`;
  return {
    rows: images.filter(image => kept.has(image)),
    leftOut: images
      .filter(image => !kept.has(image))
      .map(({ table }) => `a row of ${table} is not one that an event ${by} leaves behind`),
  };
}

/** A row that is there for another is looked at after that one: what did not fit itself names nothing. */
const NAMING_FIRST = [
  'submissions',
  'items',
  'bundles',
  'disposals',
  'audit',
  'audit_view_states',
  'audit_minutes',
  'audit_views',
  'danger_reports',
  'officers',
] as const satisfies readonly RolledTable[];

function noRows(): Record<RolledTable, Row[]> {
  return {
    submissions: [],
    items: [],
    bundles: [],
    disposals: [],
    audit: [],
    audit_view_states: [],
    audit_minutes: [],
    audit_views: [],
    danger_reports: [],
    officers: [],
  };
}

function rulesOf({ type, actor }: ContinuityEvent): Rules {
  const known = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  const isMaker = known?.actor === actor.kind || (type === 'submission-received' && isAtCommandLine(actor));
  return isMaker ? (known?.rules ?? OF_SUBMISSION) : OF_SUBMISSION;
}

function isAtCommandLine({ kind, id }: ContinuityEvent['actor']): boolean {
  return kind === AT_COMMAND_LINE.kind && id === AT_COMMAND_LINE.id;
}

function rowOf(text: string): Row | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}

function isSealedItem(row: Row, { event }: Case): boolean {
  const said = itemSealedFacts(event.facts);
  if (said === null || row['id'] !== bytea(said.item) || !IN_SUBMISSION(row, event)) return false;
  const [facts, salt] = [bytesOf(row['facts']), bytesOf(row['facts_salt'])];
  if (facts === null || salt?.length !== 32) return false;
  const content = fromHex(said.content);
  if (content === null || !equalBytes(itemCommitment(salt, facts), content)) return false;
  const decoded = decodeItemFacts(facts);
  if (!decoded.ok || decoded.facts.item !== said.item) return false;
  const { name, sizeBytes, sha256, sha512, sourceClass } = decoded.facts;
  return (
    row['name'] === name.replaceAll('\u0000', '\u2400') &&
    row['size_bytes'] === sizeBytes &&
    row['sha256'] === bytea(sha256) &&
    row['sha512'] === bytea(sha512) &&
    row['source_class'] === sourceClass
  );
}

/** Rows of before there were minutes of views say their minute in `old_minute`, and their event names none. */
function isOfMinute(row: Row, { facts, at }: ContinuityEvent): boolean {
  const { minute } = facts;
  if (typeof minute === 'string') return isMoment(row['minute'], minute);
  return row['minute'] == null && isMoment(row['old_minute'], at);
}

/** As PostgreSQL spells a time in JSON, with an offset: a spelling that two programs could read differently is none. */
function isMoment(value: unknown, moment: string): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/.test(value))
    return false;
  return new Date(value).getTime() === new Date(moment).getTime();
}

function isFact({ facts }: ContinuityEvent, name: string, value: unknown): boolean {
  const fact = facts[name];
  return typeof fact === 'string' && value === bytea(fact);
}

/** Numbers go on above the largest: one that nothing can stand above would end the counting. */
function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** As PostgreSQL writes bytes in JSON. */
function bytea(hex: string): string {
  return `\\x${hex}`;
}

function bytesOf(value: unknown): Uint8Array | null {
  return typeof value === 'string' && value.startsWith('\\x') ? fromHex(value.slice(2)) : null;
}
