import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { isSubmitterType, type ItemKind } from '#domain/intake/index.ts';
import type { DeskCounts, QueueEntry, QueueFilter, QueuePage, QueueStore } from '#domain/desk/index.ts';
import type { Tables } from '../tables.ts';
import { dangerById, dangerCounts, dangerVersions, IS_WAITING, named } from './danger.ts';
import { takenDanger, waitingDanger } from './danger-queue.ts';
import { hexOf } from './ids.ts';
import { IS_NOT_SEALED, notSealedColumns, notSealedOf } from './not-sealed.ts';

/** The queue, as the role handover_police. */
export function createQueueStore(tables: Kysely<Tables>): QueueStore {
  return {
    waitingDanger: asked => waitingDanger(tables, asked),
    takenDanger: (from, limit) => takenDanger(tables, from, limit),
    page: (filter, from, limit) => page(tables, filter, { from, limit }),
    counts: officerId => counts(tables, officerId),
    dangerCounts: since => dangerCounts(tables, since),
    danger: id => dangerById(tables, id),
    dangerVersions: (id, before) => dangerVersions(tables, id, before),
  };
}

async function page(
  tables: Kysely<Tables>,
  filter: QueueFilter,
  { from, limit }: { from: number; limit: number },
): Promise<QueuePage> {
  const matching = await submissions(tables, filter)
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .executeTakeFirstOrThrow();
  const rows = await submissions(tables, filter)
    .leftJoin('handover.officers as o', 'o.id', 's.allocated_to')
    .leftJoin('handover.danger_reports as d', 'd.draft_id', 's.draft_id')
    .select([
      's.id',
      's.reference',
      's.submitter_type',
      's.received_at',
      's.state',
      's.stage',
      's.allocated_to',
    ])
    .select([
      'o.rank',
      'o.name',
      'd.id as danger_id',
      'd.closed_at as danger_closed',
      IS_WAITING.as('danger_waits'),
    ])
    .select(notSealedColumns())
    .orderBy('s.received_at')
    .orderBy('s.reference')
    .offset(from)
    .limit(limit)
    .execute();
  const contents = await contentsOf(
    tables,
    rows.map(row => row.id),
  );
  return {
    matching: Number(matching.all),
    entries: rows.map(row => ({
      reference: row.reference,
      submitterType: isSubmitterType(row.submitter_type) ? row.submitter_type : 'member-of-the-public',
      receivedAt: row.received_at,
      isSealed: row.state === 'sealed',
      notSealed: row.state === 'sealed' ? null : notSealedOf(row),
      stage: row.stage,
      holder: named(row.allocated_to, row.rank, row.name),
      danger: dangerOf(row),
      ...(contents.get(hexOf(row.id)) ?? EMPTY),
    })),
  };
}

function dangerOf(row: { danger_id: Buffer | null; danger_closed: Date | null; danger_waits: boolean }) {
  if (row.danger_id === null) return 'none';
  if (row.danger_waits) return 'waiting';
  return row.danger_closed === null ? 'taken' : 'closed';
}

/** Submissions that match; closed ones only when their stage is asked for. */
function submissions(tables: Kysely<Tables>, filter: QueueFilter) {
  const { stage, from, holder, reference } = filter;
  return tables
    .selectFrom('handover.submissions as s')
    .$if(stage === undefined, query => query.where('s.stage', '<>', 'closed'))
    .$if(stage !== undefined, query => query.where('s.stage', '=', stage ?? 'new'))
    .$if(from !== undefined, query => query.where('s.submitter_type', '=', from ?? ''))
    .$if(holder === null, query => query.where('s.allocated_to', 'is', null))
    .$if(typeof holder === 'string', query => query.where('s.allocated_to', '=', holder ?? ''))
    .$if(reference !== undefined, query =>
      query.where(sql<boolean>`strpos(s.reference, ${(reference ?? '').toUpperCase()}) > 0`),
    );
}

type Contents = Pick<
  QueueEntry,
  'chats' | 'fingerprints' | 'hasAccount' | 'messages' | 'formats' | 'unreadable' | 'reading'
>;

const EMPTY: Contents = {
  chats: 0,
  fingerprints: 0,
  hasAccount: false,
  messages: 0,
  formats: [],
  unreadable: 0,
  reading: 0,
};

/** What each submission holds. Of several readings of one item the newest counts. */
async function contentsOf(tables: Kysely<Tables>, ids: readonly Buffer[]): Promise<Map<string, Contents>> {
  if (ids.length === 0) return new Map();
  const rows = await tables
    .selectFrom('handover.items as i')
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom('handover.readings as r')
          .select(['r.state', 'r.format', 'r.messages'])
          .whereRef('r.item_id', '=', 'i.id')
          .orderBy('r.read_at', order => order.desc().nullsLast())
          .limit(1)
          .as('r'),
      join => join.onTrue(),
    )
    .select(['i.submission_id', 'i.kind', 'r.state', 'r.format', 'r.messages'])
    .where('i.submission_id', 'in', ids)
    .execute();
  const contents = new Map<string, Contents>();
  for (const row of rows) {
    const key = hexOf(row.submission_id);
    contents.set(key, withItem(contents.get(key) ?? EMPTY, row));
  }
  return contents;
}

type ItemRow = {
  kind: ItemKind;
  state: 'reading' | 'read' | 'refused' | 'failed' | null;
  format: string | null;
  messages: number | null;
};

function withItem(sum: Contents, { kind, state, format, messages }: ItemRow): Contents {
  if (kind === 'file') return sum;
  if (kind === 'account') return { ...sum, hasAccount: true };
  if (kind === 'fingerprints') return { ...sum, fingerprints: sum.fingerprints + 1 };
  return {
    ...sum,
    chats: sum.chats + 1,
    messages: sum.messages + (messages ?? 0),
    formats: format === null || sum.formats.includes(format) ? sum.formats : [...sum.formats, format],
    unreadable: sum.unreadable + (state === 'refused' || state === 'failed' ? 1 : 0),
    reading: sum.reading + (state === null || state === 'reading' ? 1 : 0),
  };
}

async function counts(tables: Kysely<Tables>, officerId: string): Promise<DeskCounts> {
  const row = await tables
    .selectFrom('handover.submissions as s')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('stage', '<>', 'closed').as('open'),
      fn.countAll<string>().filterWhere('stage', '=', 'closed').as('closed'),
      fn
        .countAll<string>()
        .filterWhere('stage', '<>', 'closed')
        .filterWhere('allocated_to', 'is', null)
        .as('unheld'),
      fn
        .countAll<string>()
        .filterWhere('stage', '<>', 'closed')
        .filterWhere('allocated_to', '=', officerId)
        .as('own'),
      fn.countAll<string>().filterWhere('state', '=', 'received').as('unsealed'),
      fn.countAll<string>().filterWhere('state', '=', 'received').filterWhere(IS_NOT_SEALED).as('not_sealed'),
    ])
    .executeTakeFirstOrThrow();
  return {
    open: Number(row.open),
    closed: Number(row.closed),
    unheld: Number(row.unheld),
    own: Number(row.own),
    unsealed: Number(row.unsealed),
    notSealed: Number(row.not_sealed),
  };
}
