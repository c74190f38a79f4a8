import type { Kysely, Transaction } from 'kysely';
import { encodeEventPayload, type EventSealer } from '#domain/history/index.ts';
import { fromHex } from '#portable/bytes/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import { type ChangedRows, rowImages } from './row-images.ts';
import type { Tables } from './tables.ts';

const AT_ONCE = 200;

/**
 * Seals what events that wait for the log can be made again from, where that is not there: events appended before there
 * was such a thing, or that enter a second log. As the owner, before the sequencer runs. Returns how many.
 */
export async function sealWaitingEvents(tables: Kysely<Tables>, sealer: EventSealer): Promise<number> {
  for (let total = 0; ;) {
    const sealed = await tables.transaction().execute(trx => sealSome(trx, sealer));
    total += sealed;
    if (sealed < AT_ONCE) return total;
  }
}

async function sealSome(trx: Transaction<Tables>, sealer: EventSealer): Promise<number> {
  const waiting = await trx
    .selectFrom('handover.log_entries as l')
    .innerJoin('handover.events as e', 'e.commitment', 'l.commitment')
    .select(['e.id', 'e.at', 'e.submission_id', 'e.body', 'e.salt', 'e.commitment', 'e.idempotency'])
    .where('l.log_index', 'is', null)
    .where('l.sealed', '=', Buffer.alloc(0))
    .limit(AT_ONCE)
    .execute();
  for (const event of waiting) {
    const rows = await rowImages(trx, event.submission_id, await changedRows(trx, event));
    const sealed = sealer.seal(
      encodeEventPayload({ event: event.body, salt: event.salt, key: event.idempotency, rows }),
    );
    await trx
      .updateTable('handover.log_entries')
      .set({ sealed: Buffer.from(sealed) })
      .where('commitment', '=', event.commitment)
      .execute();
  }
  return waiting.length;
}

type Waiting = {
  readonly id: Buffer;
  readonly at: Date;
  readonly submission_id: Buffer | null;
  readonly body: Buffer;
};

/** The rows an event changed, found by what it says: whoever appends an event now names them instead. */
async function changedRows(
  trx: Transaction<Tables>,
  { id, at, submission_id, body }: Waiting,
): Promise<ChangedRows> {
  const decoded = decodeEvent(body);
  if (!decoded.ok) return {};
  const { type, facts } = decoded.event;
  const named = (fact: string) => {
    const value = facts[fact];
    const bytes = typeof value === 'string' ? fromHex(value) : null;
    return bytes === null ? [] : [Buffer.from(bytes)];
  };
  if (type === 'item-sealed') return { items: named('item') };
  if (type === 'danger-taken' || type === 'danger-closed') return { danger_reports: named('report') };
  if (type === 'bundle-asked') return { bundles: named('bundle') };
  if (type === 'bundle-produced') return { bundles: await bundlesOf(trx, id) };
  if (type === 'submission-received' && submission_id !== null)
    return { danger_reports: await reportsOf(trx, submission_id) };
  if (type === 'item-disposed') return { disposals: named('item') };
  if (type !== 'audit-minute') return {};
  // Before there were minutes of views, the root covered the rows that it marked.
  const { minute } = facts;
  if (typeof minute !== 'string') return { audit: await auditOf(trx, at) };
  const moment = new Date(minute);
  // Whoever may append an event chose these words: what is no time names no rows.
  return Number.isNaN(moment.getTime()) ? {} : { auditMinute: moment };
}

async function bundlesOf(trx: Transaction<Tables>, event: Buffer): Promise<Buffer[]> {
  const rows = await trx.selectFrom('handover.bundles').select('id').where('event_id', '=', event).execute();
  return rows.map(row => row.id);
}

/** The danger reports of a submission's draft. */
export async function reportsOf(trx: Transaction<Tables>, submission: Buffer): Promise<Buffer[]> {
  const rows = await trx
    .selectFrom('handover.danger_reports as d')
    .innerJoin('handover.submissions as s', 's.draft_id', 'd.draft_id')
    .select('d.id')
    .where('s.id', '=', submission)
    .execute();
  return rows.map(row => row.id);
}

async function auditOf(trx: Transaction<Tables>, minute: Date): Promise<string[]> {
  const rows = await trx.selectFrom('handover.audit').select('id').where('old_minute', '=', minute).execute();
  return rows.map(row => row.id);
}
