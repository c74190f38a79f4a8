import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RecordedAnswer } from '#domain/conversations/index.ts';
import { isReadingAnswer, isReadingQuestion, READING_ANSWERED } from '#domain/reading/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { Tables } from '../tables.ts';
import { named } from './danger.ts';
import { hexOf, idOf } from './ids.ts';

/** Answers of one submission that are looked at; one that has more is not read by them. */
const MOST_ANSWERS = 1000;

/** Answers to what the item of a reading leaves open, in the order of the continuity record. */
export async function answersOn(tables: Kysely<Tables>, readingId: string): Promise<RecordedAnswer[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const item = await tables
    .selectFrom('handover.readings as r')
    .innerJoin('handover.items as i', 'i.id', 'r.item_id')
    .select(['i.id', 'i.submission_id'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (item === undefined) return [];
  const rows = await tables
    .selectFrom('handover.events as e')
    .leftJoin('handover.officers as o', 'o.id', 'e.actor_id')
    .select(['e.at', 'e.actor_id', 'e.body', 'e.submission_n', 'o.rank', 'o.name'])
    .where('e.submission_id', '=', item.submission_id)
    .where('e.type', '=', READING_ANSWERED)
    .orderBy('e.submission_n')
    .limit(MOST_ANSWERS)
    .execute();
  return rows.flatMap(row => {
    const by = named(row.actor_id, row.rank, row.name)?.title ?? row.actor_id;
    return recorded(row.body, hexOf(item.id), { at: row.at, by, n: row.submission_n ?? 0 });
  });
}

function recorded(
  body: Buffer,
  itemHex: string,
  who: Pick<RecordedAnswer, 'at' | 'by' | 'n'>,
): RecordedAnswer[] {
  const decoded = decodeEvent(body);
  if (!decoded.ok) return [];
  const { item, question, answer, reason } = decoded.event.facts;
  if (item !== itemHex || typeof question !== 'string' || typeof answer !== 'string') return [];
  if (!isReadingQuestion(question) || !isReadingAnswer(question, answer)) return [];
  return [{ ...who, question, answer, reason: typeof reason === 'string' ? reason : '' }];
}

/** The item that a finished reading was made of, unless it is disposed of, and how many messages the reading has. */
export async function answeredItem(
  trx: Transaction<Tables>,
  readingId: Buffer,
): Promise<{ id: Buffer; submission_id: Buffer; messages: number } | undefined> {
  return trx
    .selectFrom('handover.readings as r')
    .innerJoin('handover.items as i', 'i.id', 'r.item_id')
    .select(['i.id', 'i.submission_id', 'r.messages'])
    .where('r.id', '=', readingId)
    .where('r.state', '=', 'read')
    .where(sql<boolean>`not exists (select from handover.disposals d where d.item_id = i.id)`)
    .executeTakeFirst();
}
