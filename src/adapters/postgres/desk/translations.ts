import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import {
  MESSAGE_TRANSLATED,
  TRANSLATION_DISPUTED,
  TRANSLATION_TAKEN_BACK,
  TRANSLATION_WAYS,
  translationsAfter,
} from '#domain/conversations/index.ts';
import type { Translation, TranslationEvent } from '#domain/conversations/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { ContinuityEvent } from '#portable/continuity/index.ts';
import type { Tables } from '../tables.ts';
import { named } from './danger.ts';
import { hexOf, idOf } from './ids.ts';

const TYPES = [MESSAGE_TRANSLATED, TRANSLATION_DISPUTED, TRANSLATION_TAKEN_BACK];
/** Events of translations of the messages of one page that are looked at. */
const MOST_EVENTS = 2_000;

/** Translations of the messages from `first` to `last` of a reading, with what was said of each, in the order of the record. */
export async function translationsOn(
  tables: Kysely<Tables>,
  readingId: string,
  [first, last]: readonly [number, number],
): Promise<Translation[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  // The body is canonical JSON: a key stands in it as one spelling, and no text can hold it, for its quotes are escaped.
  const isOfReading = sql<boolean>`position(convert_to(${`"reading":"${readingId}"`}::text, 'UTF8') in e.body) > 0`;
  const message = sql<number>`substring(convert_from(e.body, 'UTF8') from '"message":([0-9]{1,9})[,}]')::integer`;
  const rows = await tables
    .selectFrom('handover.events as e')
    .innerJoin('handover.items as i', 'i.submission_id', 'e.submission_id')
    .innerJoin('handover.readings as r', 'r.item_id', 'i.id')
    .leftJoin('handover.officers as o', 'o.id', 'e.actor_id')
    .select(['e.id', 'e.at', 'e.actor_id', 'e.body', 'o.rank', 'o.name'])
    .where('r.id', '=', id)
    .where('e.type', 'in', TYPES)
    .where(isOfReading)
    .where(message, '>=', first)
    .where(message, '<=', last)
    .orderBy('e.submission_n')
    .limit(MOST_EVENTS)
    .execute();
  return translationsAfter(
    rows.flatMap(row =>
      eventOf(row.body, readingId, {
        id: hexOf(row.id),
        officerId: row.actor_id,
        officer: named(row.actor_id, row.rank, row.name)?.title ?? row.actor_id,
        at: row.at,
      }),
    ),
  );
}

function eventOf(
  body: Buffer,
  readingId: string,
  who: Pick<TranslationEvent, 'id' | 'officerId' | 'officer' | 'at'>,
): TranslationEvent[] {
  const decoded = decodeEvent(body);
  if (!decoded.ok || decoded.event.facts['reading'] !== readingId) return [];
  const { type, facts } = decoded.event;
  if (type === MESSAGE_TRANSLATED) {
    const how = TRANSLATION_WAYS.find(each => each === facts['how']);
    const { message } = facts;
    if (how === undefined || typeof message !== 'number') return [];
    const [from, into, by, text] = [
      textOf(facts, 'from'),
      textOf(facts, 'into'),
      textOf(facts, 'by'),
      textOf(facts, 'text'),
    ];
    return [{ ...who, type, message, given: { from, into, by, how, text } }];
  }
  if (type !== TRANSLATION_DISPUTED && type !== TRANSLATION_TAKEN_BACK) return [];
  return [{ ...who, type, translation: textOf(facts, 'translation'), reason: textOf(facts, 'reason') }];
}

function textOf(facts: ContinuityEvent['facts'], key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}
