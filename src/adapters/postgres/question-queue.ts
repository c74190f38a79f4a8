import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { QuestionDue, QuestionQueue } from '#domain/engagement/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { Tables } from './tables.ts';

/** Questions whose letter is due, as the role handover_worker. Found by their events alone: a lost letter is written again. */
export function createQuestionQueue(tables: Kysely<Tables>): QuestionQueue {
  return {
    next: () => nextDue(tables),
    async recordLetter({ eventId, boxId, letter }, body, releaseAt) {
      await tables
        .insertInto('handover.box_mail')
        .values({
          event_id: Buffer.from(eventId),
          box_id: Buffer.from(boxId),
          kind: 'question',
          thing_id: Buffer.from(letter.question, 'hex'),
          release_at: releaseAt,
          body: Buffer.from(body),
        })
        .onConflict(conflict => conflict.column('event_id').doNothing())
        .execute();
    },
  };
}

async function nextDue(tables: Kysely<Tables>): Promise<QuestionDue | null> {
  const { rows } = await sql<{
    id: Buffer;
    asked: Buffer;
    body: Buffer;
    box_id: Buffer;
    box_recipient: string;
    item_name: string | null;
  }>`
    select e.id, q.id as asked, q.body, s.box_id, s.box_recipient, i.name as item_name
    from handover.events e
      join handover.log_entries l on l.commitment = e.commitment and l.log_index is not null
      join handover.submissions s on s.id = e.submission_id
      join handover.events q on q.submission_id = e.submission_id and q.id = case when e.type = 'contact-asked' then e.id
        else decode(substring(convert_from(e.body, 'UTF8') from '"question":"([0-9a-f]{32})"'), 'hex') end
      left join handover.items i on i.submission_id = s.id
        and i.id = decode(substring(convert_from(q.body, 'UTF8') from '"item":"([0-9a-f]{32})"'), 'hex')
    where e.type in ('contact-asked', 'contact-released') and e.actor_kind = 'officer'
      and q.type in ('contact-asked', 'contact-drafted')
      and not exists (select from handover.box_mail m where m.event_id = e.id)
    order by e.at limit 1`.execute(tables);
  const [row] = rows;
  const decoded = row === undefined ? null : decodeEvent(row.body);
  if (row === undefined || decoded?.ok !== true) return null;
  const { template, version, text } = decoded.event.facts;
  return {
    eventId: row.id,
    boxId: row.box_id,
    boxRecipient: row.box_recipient,
    letter: {
      question: row.asked.toString('hex'),
      template: typeof template === 'string' ? template : '',
      version: typeof version === 'number' ? version : 0,
      text: typeof text === 'string' ? text : '',
      item: row.item_name,
    },
  };
}
