import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeDays, LONGEST_MESSAGE_BYTES, zoneAfter } from '#domain/conversations/index.ts';
import type {
  ConversationFacts,
  ConversationStore,
  FetchedLine,
  FetchedMessage,
  FetchedUnread,
  SealEvidence,
} from '#domain/conversations/index.ts';
import { decodeLeftOut } from '#domain/reading/index.ts';
import { decodeDetection, decodeReadingLine } from '#portable/chat/index.ts';
import type { ReadingHead, Span } from '#portable/chat/index.ts';
import type { Tables } from '../tables.ts';
import { IS_ASKED_AGAIN, STANDING_FIRST } from '../told-of-readings.ts';
import { fetchedColumns } from './fetched-line.ts';
import { hexOf, idOf } from './ids.ts';
import { matchesAround, matching } from './matching.ts';
import { marksOn, noteSearch, searchesOn } from './read-marks.ts';
import { translationsOn } from './translations.ts';
import { answersOn } from './reading-answers.ts';
import { differenceOf, readingsOfItem } from './readings-of-item.ts';

/** Readings that stand of the item of the reading `r`. */
const STANDING = sql<string>`(select count(*) from handover.readings o where o.item_id = r.item_id and o.state = 'read')`;

/** The one of them to read from now on. */
const STANDING_NOW = sql<Buffer | null>`(select o.id from handover.readings o where o.item_id = i.id and o.state = 'read'
  order by ${STANDING_FIRST} limit 1)`;

/** Bytes of an unread span that are shown in place. */
const UNREAD_SHOWN_BYTES = 4_096;

/** Conversations, as the role handover_police. */
export function createConversationStore(tables: Kysely<Tables>): ConversationStore {
  return {
    find: id => find(tables, id),
    window: (id, from, limit) => window(tables, id, { from, limit }),
    message: (id, n, rawLimit) => message(tables, id, { n, rawLimit }),
    piece: (id, n, within) => piece(tables, id, { n, ...within }),
    firstOnOrAfter: (id, day) => firstOnOrAfter(tables, id, day),
    daysOf: (id, numbers) => daysOf(tables, id, numbers),
    matching: (id, filter, page) => matching(tables, id, filter, page),
    matchesAround: (id, filter, n) => matchesAround(tables, id, filter, n),
    unread: (id, within, limit) => unread(tables, id, { within, limit }),
    sealOf: itemId => sealOf(tables, itemId),
    readingsOfItem: id => readingsOfItem(tables, id),
    difference: id => differenceOf(tables, id),
    answers: id => answersOn(tables, id),
    marks: id => marksOn(tables, id),
    translations: (id, messages) => translationsOn(tables, id, messages),
    noteSearch: (id, search) => noteSearch(tables, id, search),
    searches: (id, limit) => searchesOn(tables, id, limit),
  };
}

async function find(tables: Kysely<Tables>, readingId: string): Promise<ConversationFacts | null> {
  const id = idOf(readingId);
  if (id === null) return null;
  const row = await tables
    .selectFrom('handover.readings as r')
    .innerJoin('handover.items as i', 'i.id', 'r.item_id')
    .innerJoin('handover.submissions as s', 's.id', 'i.submission_id')
    .select([
      'r.id',
      'r.state',
      'r.reader',
      'r.format',
      'r.reason',
      'r.messages',
      'r.summary',
      'r.days',
      'r.left_out',
      'r.detection',
    ])
    .select(IS_ASKED_AGAIN.as('asked_again'))
    .select([STANDING.as('standing'), STANDING_NOW.as('standing_now')])
    .select(['i.id as item_id', 'i.number', 'i.name', 'i.kind', 'i.source_class', 'i.size_bytes', 'i.sha256'])
    .select(['i.sealed_at', 'i.extract_of', 's.reference', 's.allocated_to'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    readingId: hexOf(row.id),
    state: row.state,
    reader: row.reader,
    format: row.format,
    reason: row.reason,
    messages: row.messages,
    head: row.summary === null ? null : headOf(row.summary),
    detection: decodeDetection(row.detection),
    days: row.days === null ? null : decodeDays(row.days),
    leftOut: decodeLeftOut(row.left_out),
    declaredZone: zoneAfter(await answersOn(tables, readingId)),
    readingsOfItem: Number(row.standing),
    standingInstead:
      row.standing_now === null || row.standing_now.equals(row.id) ? null : hexOf(row.standing_now),
    isAskedAgain: row.asked_again,
    item: {
      id: hexOf(row.item_id),
      number: row.number,
      name: row.name,
      kind: row.kind,
      sourceClass: row.source_class,
      sizeBytes: Number(row.size_bytes),
      sha256Hex: hexOf(row.sha256),
      sealedAt: row.sealed_at,
      extractOf: row.extract_of,
    },
    submission: { reference: row.reference, holder: row.allocated_to },
  };
}

function headOf(summary: string): ReadingHead | null {
  const decoded = decodeReadingLine(summary);
  return decoded.ok && decoded.line.type === 'reading' ? decoded.line : null;
}

async function window(
  tables: Kysely<Tables>,
  readingId: string,
  { from, limit }: { from: number; limit: number },
): Promise<FetchedLine[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.reading_lines')
    .select(fetchedColumns())
    .where('reading_id', '=', id)
    .where('n', '>=', from)
    .orderBy('n')
    .limit(limit)
    .execute();
  return rows;
}

async function message(
  tables: Kysely<Tables>,
  readingId: string,
  { n, rawLimit }: { n: number; rawLimit: number },
): Promise<FetchedMessage | null> {
  const id = idOf(readingId);
  if (id === null) return null;
  const row = await tables
    .selectFrom('handover.reading_lines')
    .select([
      sql<string | null>`case when octet_length(line) <= ${LONGEST_MESSAGE_BYTES} then line end`.as('line'),
      sql<Buffer | null>`substring(raw from 1 for ${rawLimit}::integer)`.as('raw'),
      sql<number | null>`octet_length(raw)`.as('rawBytes'),
    ])
    .where('reading_id', '=', id)
    .where('n', '=', n)
    .executeTakeFirst();
  return row === undefined ? null : { n, ...row };
}

async function piece(
  tables: Kysely<Tables>,
  readingId: string,
  { n, from, limit }: { n: number; from: number; limit: number },
): Promise<Uint8Array> {
  const id = idOf(readingId);
  if (id === null) return new Uint8Array();
  const row = await tables
    .selectFrom('handover.reading_lines')
    .select(sql<Buffer | null>`substring(raw from ${from + 1}::integer for ${limit}::integer)`.as('piece'))
    .where('reading_id', '=', id)
    .where('n', '=', n)
    .executeTakeFirst();
  return row?.piece ?? new Uint8Array();
}

async function firstOnOrAfter(tables: Kysely<Tables>, readingId: string, day: string) {
  const id = idOf(readingId);
  if (id === null) return null;
  const row = await tables
    .selectFrom('handover.reading_lines')
    .select([sql<number>`n`.as('n'), sql<string>`day::text`.as('day')])
    .where('reading_id', '=', id)
    .where('n', 'is not', null)
    .where('day', '>=', day)
    .orderBy('day')
    .orderBy('n')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function daysOf(tables: Kysely<Tables>, readingId: string, numbers: readonly number[]) {
  const id = idOf(readingId);
  if (id === null || numbers.length === 0) return [];
  return tables
    .selectFrom('handover.reading_lines')
    .select([sql<number>`n`.as('n'), sql<string>`day::text`.as('day')])
    .where('reading_id', '=', id)
    .where('n', 'in', numbers)
    .where('day', 'is not', null)
    .execute();
}

async function unread(
  tables: Kysely<Tables>,
  readingId: string,
  { within, limit }: { within: Span; limit: number },
): Promise<FetchedUnread[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  // The head of a hostile chat is a line of many megabytes: it is neither read to its end nor taken apart here.
  const isUnread = sql<boolean>`substring(line from 1 for 16) = '{"type":"unread"'`;
  const start = sql<number>`case when ${isUnread} then (line::json -> 'span' ->> 0)::bigint end`;
  const rows = await tables
    .selectFrom('handover.reading_lines')
    .select(['line', sql<Buffer | null>`substring(raw from 1 for ${UNREAD_SHOWN_BYTES}::integer)`.as('raw')])
    .where('reading_id', '=', id)
    .where('n', 'is', null)
    .where(isUnread)
    .where(start, '>=', within[0])
    .where(start, '<', within[1])
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.flatMap(({ line, raw }) => {
    const decoded = decodeReadingLine(line);
    return decoded.ok && decoded.line.type === 'unread' ? [{ span: decoded.line.span, raw }] : [];
  });
}

async function sealOf(tables: Kysely<Tables>, itemId: string): Promise<SealEvidence | null> {
  const id = idOf(itemId);
  if (id === null) return null;
  const row = await tables
    .selectFrom('handover.items as i')
    .innerJoin('handover.events as e', join =>
      join.onRef('e.submission_id', '=', 'i.submission_id').on('e.type', '=', 'item-sealed'),
    )
    .leftJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['e.at', 'e.submission_n', 'e.commitment', 'l.log_index'])
    .where('i.id', '=', id)
    // The body is canonical JSON: the item's id stands in it as this one spelling.
    .where(sql<boolean>`position(convert_to('"item":"' || encode(i.id, 'hex') || '"', 'UTF8') in e.body) > 0`)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    at: row.at,
    n: row.submission_n ?? 0,
    commitmentHex: hexOf(row.commitment),
    logIndex: row.log_index === null ? null : Number(row.log_index),
  };
}
