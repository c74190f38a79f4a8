import { decodeCanonicalJson, encodeCanonicalJson, fromBase64, toBase64 } from '#portable/bytes/index.ts';
import type { CanonicalValue } from '#portable/bytes/index.ts';
import { hasExactly } from '#portable/continuity/index.ts';

/**
 * The tables whose rows travel with events, in the order in which they are written again: a row stands before the rows
 * that refer to it, and the second list refers to the event itself. Everything else is made anew (readings, receipts,
 * bundles) or is not promised (drafts, sessions).
 */
export const ROLLED_TABLES = {
  beforeEvent: [
    'officers',
    'submissions',
    'danger_reports',
    'items',
    'audit',
    'audit_views',
    'audit_view_states',
  ],
  afterEvent: ['bundles', 'disposals', 'audit_minutes'],
} as const;
const ALL_TABLES = [...ROLLED_TABLES.beforeEvent, ...ROLLED_TABLES.afterEvent] as const;
export type RolledTable = (typeof ALL_TABLES)[number];

/** One row as it stood at the end of the event's transaction: `row` is PostgreSQL's own JSON of it. */
export type RowImage = { readonly table: RolledTable; readonly row: string };

/**
 * What is sealed of one event: its exact bytes, the salt of its commitment, the key under which its actor may repeat it
 * (null when there is none), and the rows that changed with it.
 */
export type EventPayload = {
  readonly event: Uint8Array;
  readonly salt: Uint8Array;
  readonly key: string | null;
  readonly rows: readonly RowImage[];
};

/** The bytes that are sealed: docs/formats/batch.md, "Payload". */
export function encodeEventPayload({ event, salt, key, rows }: EventPayload): Uint8Array {
  return encodeCanonicalJson({
    v: 1,
    event: toBase64(event),
    salt: toBase64(salt),
    key,
    rows: rows.map(({ table, row }) => ({ table, row })),
  });
}

/** Reads a payload. Null for any other spelling or an unknown table; never throws. */
export function decodeEventPayload(bytes: Uint8Array): EventPayload | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok || !hasExactly(json.value, ['v', 'event', 'salt', 'key', 'rows'])) return null;
  const { v, event, salt, key, rows } = json.value as Record<string, CanonicalValue>;
  const eventBytes = typeof event === 'string' ? fromBase64(event) : null;
  const saltBytes = typeof salt === 'string' ? fromBase64(salt) : null;
  if (v !== 1 || eventBytes === null || saltBytes?.length !== 32 || !Array.isArray(rows)) return null;
  if (key !== null && typeof key !== 'string') return null;
  const images = (rows as CanonicalValue[]).map(decodeRow).filter(row => row !== null);
  return images.length === rows.length ? { event: eventBytes, salt: saltBytes, key, rows: images } : null;
}

function decodeRow(value: CanonicalValue): RowImage | null {
  if (!hasExactly(value, ['table', 'row'])) return null;
  const { table, row } = value as Record<string, CanonicalValue>;
  const known = ALL_TABLES.find(name => name === table);
  return known === undefined || typeof row !== 'string' ? null : { table: known, row };
}
