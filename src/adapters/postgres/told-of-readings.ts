import { sql } from 'kysely';

/**
 * Answers of officers about the order of dates of the item `i`: how many, and the one that stands. The body of an event is
 * canonical JSON, in which each member has one spelling.
 */
export const ORDER_ANSWERS = sql<{ answers: number; date_order: string | null }>`(
  select count(*)::integer as answers,
    (array_agg(substring(convert_from(e.body, 'UTF8') from '"answer":"(DMY|MDY|YMD|YDM)"') order by e.submission_n desc))[1] as date_order
  from handover.events e
  where e.submission_id = i.submission_id and e.type = 'reading-answered'
    and position(convert_to('"item":"' || encode(i.id, 'hex') || '"', 'UTF8') in e.body) > 0
    and position(convert_to('"question":"date-order"', 'UTF8') in e.body) > 0)`;

/** The reading `r` failed, and an officer asked for it again after that. */
export const IS_ASKED_AGAIN = sql<boolean>`(r.state = 'failed' and exists (select from handover.reading_requests q
  where q.reading_id = r.id and q.asked_at > r.read_at))`;

/** First of the readings `o` of the item `i`: told what officers say of its dates now, and of those the one made last. */
export const STANDING_FIRST = sql`o.date_order is not distinct from (select a.date_order from ${ORDER_ANSWERS} a) desc,
  o.read_at desc nulls last, o.id desc`;
