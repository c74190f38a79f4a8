import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { AskedBundle, BundleMaterial, BundleQueue, PlannedBundle } from '#domain/bundling/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { toHex, utf8 } from '#portable/bytes/index.ts';
import { CHAT_FORMATS } from '#portable/chat/index.ts';
import {
  BUNDLE_PRODUCED,
  bundleProducedFacts,
  type BundleOrder,
  decodeOrder,
  encodeOrder,
  type OrderedTranscript,
} from '#portable/bundle/index.ts';
import { appendEvent, lockSubmission } from './event-chain.ts';
import { linesOfReading } from './reading-text.ts';
import type { Tables } from './tables.ts';

const CHATS = CHAT_FORMATS.map(({ format }) => format);

/** The bundles that officers asked for, as the role handover_worker. */
export function createBundleQueue(tables: Kysely<Tables>, sealer: EventSealer): BundleQueue {
  return {
    nextAsked: () => nextAsked(tables),
    material: submissionId => material(tables, Buffer.from(submissionId)),
    recordPlan: (asked, plan) =>
      tables.transaction().execute(trx => recordPlan(trx, asked, { ...plan, sealer })),
    nextPlanned: logSize => nextPlanned(tables, logSize),
    async recordReady(id, { proof, sizeBytes, key, at }) {
      await tables
        .updateTable('handover.bundles')
        .set({ state: 'ready', proof, size_bytes: String(sizeBytes), key, ready_at: at })
        .where('id', '=', Buffer.from(id))
        .execute();
    },
    async recordFailure(id, why) {
      await tables
        .updateTable('handover.bundles')
        .set({ state: 'failed', failure: why })
        .where('id', '=', Buffer.from(id))
        .execute();
    },
    transcriptLines: (itemId, transcript) => transcriptLines(tables, Buffer.from(itemId), transcript),
    storedItems: submissionId => storedItems(tables, Buffer.from(submissionId)),
  };
}

async function nextAsked(tables: Kysely<Tables>): Promise<AskedBundle | null> {
  const row = await tables
    .selectFrom('handover.bundles')
    .select(['id', 'submission_id'])
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, submissionId: row.submission_id };
}

async function material(tables: Kysely<Tables>, submissionId: Buffer): Promise<BundleMaterial> {
  const submission = await tables
    .selectFrom('handover.submissions')
    .select('reference')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow();
  const settings = await tables
    .selectFrom('handover.force_settings')
    .select('force_name')
    .executeTakeFirstOrThrow();
  const named = await tables
    .selectFrom('handover.bundles')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('submission_id', '=', submissionId)
    .where('name', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    reference: submission.reference,
    force: settings.force_name,
    earlier: Number(named.count),
    events: await chain(tables, submissionId),
    items: await items(tables, submissionId),
    transcripts: await transcripts(tables, submissionId),
  };
}

async function chain(tables: Kysely<Tables>, submissionId: Buffer): Promise<BundleMaterial['events']> {
  const rows = await tables
    .selectFrom('handover.events as e')
    .innerJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['e.id', 'e.submission_n', 'e.body', 'e.salt', 'l.log_index'])
    .where('e.submission_id', '=', submissionId)
    .orderBy('e.submission_n')
    .execute();
  return rows.map(row => ({
    n: row.submission_n ?? 0,
    id: toHex(row.id),
    body: row.body,
    salt: row.salt,
    logIndex: row.log_index === null ? null : Number(row.log_index),
  }));
}

async function items(tables: Kysely<Tables>, submissionId: Buffer): Promise<BundleMaterial['items']> {
  const rows = await tables
    .selectFrom('handover.items as i')
    .select(['i.id', 'i.blob_id', 'i.segments', 'i.facts', 'i.facts_salt'])
    .where('i.submission_id', '=', submissionId)
    // Its sealing and its disposal are in the record; its bytes can be given to nobody any more.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('handover.disposals as d').select('d.item_id').whereRef('d.item_id', '=', 'i.id')),
      ),
    )
    .orderBy('i.number')
    .execute();
  return rows.map(row => ({
    itemId: row.id,
    blobId: row.blob_id,
    segments: row.segments,
    facts: row.facts,
    salt: row.facts_salt,
  }));
}

async function transcripts(
  tables: Kysely<Tables>,
  submissionId: Buffer,
): Promise<BundleMaterial['transcripts']> {
  const rows = await tables
    .selectFrom('handover.readings as r')
    .innerJoin('handover.items as i', 'i.id', 'r.item_id')
    .select(['r.id', 'r.item_id', 'r.reader', 'r.summary', 'r.date_order', 'i.sealed_at'])
    .where('i.submission_id', '=', submissionId)
    .where('r.state', '=', 'read')
    .where('r.format', 'in', CHATS)
    // One that was stopped at a limit is no reading of the whole item.
    .where('r.partial', '=', false)
    .orderBy('i.number')
    .orderBy('r.read_at')
    .execute();
  const named = new Map<string, BundleMaterial['transcripts'][number]>();
  for (const row of rows) {
    const [reader, dateOrder] = [readerOf(row.summary, row.reader), row.date_order];
    // Told the same, a reader says the same: of two such readings the later is as good as both.
    named.set(`${toHex(row.item_id)} ${dateOrder} ${reader}`, {
      readingId: row.id,
      itemId: row.item_id,
      reader,
      sealedAt: row.sealed_at,
      dateOrder,
    });
  }
  return [...named.values()];
}

/** The reader's own name and version, as its first line states it. */
function readerOf(summary: string | null, fallback: string): string {
  const head = summary === null ? null : (JSON.parse(summary) as { reader?: unknown });
  return typeof head?.reader === 'string' ? head.reader : fallback;
}

type Plan = { order: BundleOrder; bundleId: string; n: number; at: Date; sealer: EventSealer };

async function recordPlan(trx: Transaction<Tables>, asked: AskedBundle, plan: Plan): Promise<boolean> {
  const submissionId = Buffer.from(asked.submissionId);
  await lockSubmission(trx, submissionId);
  const last = await trx
    .selectFrom('handover.events')
    .select(({ fn }) => fn.max('submission_n').as('n'))
    .where('submission_id', '=', submissionId)
    .executeTakeFirstOrThrow();
  if ((last.n ?? 0) + 1 !== plan.n) return false;
  const id = Buffer.from(asked.id);
  const produced = {
    type: BUNDLE_PRODUCED,
    key: `${BUNDLE_PRODUCED} ${toHex(asked.id)}`,
    actor: { kind: 'worker', id: 'bundle' },
    submissionId,
    at: plan.at,
    facts: bundleProducedFacts({ bundleId: plan.bundleId, name: plan.order.name }),
    after: (event: Buffer) => recordOrder(trx, id, { plan, event }),
  } as const;
  await appendEvent(trx, produced, plan.sealer);
  return true;
}

type Planned = { readonly plan: Plan; readonly event: Buffer };

async function recordOrder(trx: Transaction<Tables>, id: Buffer, { plan, event }: Planned) {
  await trx
    .updateTable('handover.bundles')
    .set({
      state: 'building',
      name: plan.order.name,
      build_order: Buffer.from(encodeOrder(plan.order)).toString('utf8'),
      bundle_sha256: Buffer.from(plan.bundleId, 'hex'),
      event_id: event,
    })
    .where('id', '=', id)
    .execute();
  return { bundles: [id] };
}

async function nextPlanned(tables: Kysely<Tables>, logSize: number): Promise<PlannedBundle | null> {
  const row = await tables
    .selectFrom('handover.bundles as b')
    .innerJoin('handover.events as e', 'e.id', 'b.event_id')
    .innerJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['b.id', 'b.submission_id', 'b.build_order', 'e.body', 'e.salt', 'l.log_index'])
    .where('b.state', '=', 'building')
    .where('l.log_index', '<', String(logSize))
    // What was planned had been read; after a restored backup it is read again first.
    .where(
      sql<boolean>`not exists (select from handover.items i where i.submission_id = b.submission_id
        and not exists (select from handover.readings r where r.item_id = i.id and r.state <> 'reading'))`,
    )
    .orderBy('b.asked_at')
    .limit(1)
    .executeTakeFirst();
  const order = row?.build_order ? decodeOrder(utf8(row.build_order)) : null;
  if (row === undefined || order === null) return null;
  const event = {
    body: row.body,
    salt: row.salt,
    logIndex: row.log_index === null ? null : Number(row.log_index),
  };
  return { id: row.id, submissionId: row.submission_id, order, event };
}

/** The reading's lines in order, each with its line end, in bounded pieces. */
async function* transcriptLines(
  tables: Kysely<Tables>,
  itemId: Buffer,
  transcript: OrderedTranscript,
): AsyncGenerator<Uint8Array> {
  const readings = await tables
    .selectFrom('handover.readings')
    .select(['id', 'summary', 'reader', 'date_order'])
    .where('item_id', '=', itemId)
    .where('state', '=', 'read')
    .where('partial', '=', false)
    .orderBy('read_at')
    .execute();
  const reading = readings.findLast(
    row =>
      readerOf(row.summary, row.reader) === transcript.reader &&
      row.date_order === (transcript.dateOrder ?? null),
  );
  if (reading === undefined) return;
  for await (const lines of linesOfReading(tables, reading.id))
    yield utf8(lines.map(line => `${line}\n`).join(''));
}

async function storedItems(tables: Kysely<Tables>, submissionId: Buffer) {
  const rows = await items(tables, submissionId);
  return new Map(rows.map(row => [toHex(row.itemId), row]));
}
