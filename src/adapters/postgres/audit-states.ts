import type { Kysely } from 'kysely';
import { encodeActState, encodeViewState } from '#domain/accounts/index.ts';
import type { Sha256 } from '#portable/bytes/index.ts';
import { leafHash, merkleRoot } from '#portable/tlog/index.ts';
import { readRanges } from './multirange.ts';
import type { Tables } from './tables.ts';

/** Rows fetched at a time: a minute may hold any number, and a query takes at most 65,535 values. */
const ROWS_AT_ONCE = 5_000;

type Keyed = { readonly key: string; readonly state: Uint8Array };

/** The root over the states of one minute, acts before views, each by its number (docs/formats/audit.md). */
export async function rootOfMinute(
  tables: Kysely<Tables>,
  minute: Date,
): Promise<{ readonly rows: number; readonly root: Sha256 }> {
  const leaves: Sha256[] = [];
  for (const batch of [actsAfter, viewsAfter]) {
    let after = '0';
    for (;;) {
      const states = await batch(tables, minute, after);
      for (const { state } of states) leaves.push(leafHash(state));
      if (states.length < ROWS_AT_ONCE) break;
      after = states.at(-1)?.key ?? after;
    }
  }
  return { rows: leaves.length, root: merkleRoot(leaves) };
}

async function actsAfter(tables: Kysely<Tables>, minute: Date, after: string): Promise<Keyed[]> {
  const rows = await tables
    .selectFrom('handover.audit')
    .selectAll()
    .where('minute', '=', minute)
    .where('id', '>', after)
    .orderBy('id')
    .limit(ROWS_AT_ONCE)
    .execute();
  return rows.map(row => ({
    key: row.id,
    state: encodeActState({ ...namesOf(row), at: row.at, allowed: row.allowed, detail: row.detail }),
  }));
}

async function viewsAfter(tables: Kysely<Tables>, minute: Date, after: string): Promise<Keyed[]> {
  const rows = await tables
    .selectFrom('handover.audit_view_states as s')
    .innerJoin('handover.audit_views as v', 'v.id', 's.view_id')
    .selectAll('v')
    .select(['s.last_at', 's.looks', 's.ranges'])
    .where('s.minute', '=', minute)
    .where('s.view_id', '>', after)
    .orderBy('s.view_id')
    .limit(ROWS_AT_ONCE)
    .execute();
  return rows.map(row => ({
    key: row.id,
    state: encodeViewState({
      ...namesOf(row),
      windowAt: row.window_at,
      firstAt: row.first_at,
      lastAt: row.last_at,
      part: row.part,
      looks: row.looks,
      ranges: readRanges(row.ranges),
    }),
  }));
}

type NamedRow = {
  readonly id: string;
  readonly officer_id: string | null;
  readonly action: string;
  readonly thing_kind: string;
  readonly thing_id: string;
  readonly submission: string | null;
  readonly purpose: string;
};

function namesOf(row: NamedRow) {
  return {
    id: row.id,
    officerId: row.officer_id,
    action: row.action,
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    submission: row.submission,
    purpose: row.purpose,
  };
}
