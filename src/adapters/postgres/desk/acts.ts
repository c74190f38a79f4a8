import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import {
  MESSAGE_TRANSLATED,
  MESSAGES_READ,
  TRANSLATION_DISPUTED,
  TRANSLATION_TAKEN_BACK,
} from '#domain/conversations/index.ts';
import type { ActOutcome, DangerClosing, DeskActs } from '#domain/desk/index.ts';
import {
  CONTACT_ASKED,
  CONTACT_DRAFTED,
  CONTACT_RELEASED,
  CONTACT_WITHHELD,
} from '#domain/engagement/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { READING_ANSWERED } from '#domain/reading/index.ts';
import { lockSubmission } from '../event-chain.ts';
import type { Tables } from '../tables.ts';
import { IS_ASKED_AGAIN } from '../told-of-readings.ts';
import { CHANGED, DONE, once, record } from './act-once.ts';
import type { Desk, KeyedAct } from './act-once.ts';
import { askSubmitter, decideQuestion } from './contact-acts.ts';
import { answerReading, markRead, remarkOnTranslation, translate } from './conversation-acts.ts';
import { IS_WAITING, VERSION } from './danger.ts';
import { hexOf, idOf } from './ids.ts';
import { ALLOCATABLE_ROLES } from './submissions.ts';

/**
 * What officers change, as the role handover_police. The change and its continuity event are one transaction; the
 * change names what the officer saw, so that of two officers who act at once only the first is obeyed.
 */
export function createDeskActs(tables: Kysely<Tables>, sealer: EventSealer): DeskActs {
  const place = { tables, sealer };
  return {
    takeDanger: (id, version, act) =>
      once(place, act, { type: 'danger-taken', id, version }, (desk, keyed) =>
        takeDanger(desk, { id, version }, keyed),
      ),
    closeDanger: (id, version, closing, act) =>
      once(place, act, { type: 'danger-closed', id, version, ...closing }, (desk, keyed) =>
        closeDanger(desk, { id, version, closing }, keyed),
      ),
    moveStage: (id, move, act) =>
      once(place, act, { type: 'stage-moved', id, ...move }, (desk, keyed) =>
        moveStage(desk, { id, ...move }, keyed),
      ),
    allocate: (id, move, act) =>
      once(place, act, { type: 'allocated', id, ...move }, (desk, keyed) =>
        allocate(desk, { id, ...move }, keyed),
      ),
    askBundle: (id, act) =>
      once(place, act, { type: 'bundle-asked', id }, (desk, keyed) => askBundle(desk, id, keyed)),
    askReading: (id, act) =>
      once(place, act, { type: 'reading-asked', id }, (desk, keyed) => askReading(desk, id, keyed)),
    answerReading: (id, given, act) =>
      once(place, act, { type: READING_ANSWERED, id, ...given }, (desk, keyed) =>
        answerReading(desk, { id, given }, keyed),
      ),
    markRead: (id, given, act) =>
      once(
        place,
        act,
        { type: MESSAGES_READ, id, ...given, first: `${given.first}`, last: `${given.last}` },
        (desk, keyed) => markRead(desk, { id, given }, keyed),
      ),
    ...contactActs(place),
    translate: (id, n, given, act) =>
      once(place, act, { type: MESSAGE_TRANSLATED, id, n: `${n}`, ...given }, (desk, keyed) =>
        translate(desk, { id, n, given }, keyed),
      ),
    remarkOnTranslation: (id, n, given, act) =>
      once(
        place,
        act,
        {
          ...given,
          type: given.kind === 'disputed' ? TRANSLATION_DISPUTED : TRANSLATION_TAKEN_BACK,
          id,
          n: `${n}`,
        },
        (desk, keyed) => remarkOnTranslation(desk, { id, n, given }, keyed),
      ),
  };
}

type ContactActs = Pick<DeskActs, 'askSubmitter' | 'releaseQuestion' | 'withholdQuestion'>;

function contactActs(place: { tables: Kysely<Tables>; sealer: EventSealer }): ContactActs {
  return {
    askSubmitter: (id, given, act) => {
      const type = given.flags === null ? CONTACT_ASKED : CONTACT_DRAFTED;
      const { template, text, item } = given;
      return once(place, act, { type, id, template, text, item }, (desk, keyed) =>
        askSubmitter(desk, { id, given }, keyed),
      );
    },
    releaseQuestion: (id, question, act) =>
      once(place, act, { type: CONTACT_RELEASED, id, question }, (desk, keyed) =>
        decideQuestion(desk, { id, question, reason: null }, keyed),
      ),
    withholdQuestion: (id, question, reason, act) =>
      once(place, act, { type: CONTACT_WITHHELD, id, question, reason }, (desk, keyed) =>
        decideQuestion(desk, { id, question, reason }, keyed),
      ),
  };
}

type DangerAct = { readonly id: string; readonly version: string };

async function takeDanger(desk: Desk, { id, version }: DangerAct, act: KeyedAct): Promise<ActOutcome> {
  const report = idOf(id);
  if (report === null) return CHANGED;
  const taken = await desk.trx
    .updateTable('handover.danger_reports as d')
    .set({
      taken_by: act.officerId,
      // The database's clock, which also stamps changed_at: the two are compared.
      taken_at: sql<Date>`clock_timestamp()`,
      closed_at: null,
      incident_number: null,
      closing_reason: null,
    })
    .where('d.id', '=', report)
    .where(VERSION, '=', version)
    .where(IS_WAITING)
    .returning('d.draft_id')
    .executeTakeFirst();
  if (taken === undefined) return CHANGED;
  await record(desk, act, {
    type: 'danger-taken',
    submissionId: await submissionOfDraft(desk.trx, taken.draft_id),
    facts: { report: id, version },
    rows: { danger_reports: [report] },
  });
  return DONE;
}

async function closeDanger(
  desk: Desk,
  { id, version, closing }: DangerAct & { readonly closing: DangerClosing },
  act: KeyedAct,
): Promise<ActOutcome> {
  const report = idOf(id);
  if (report === null) return CHANGED;
  const closed = await desk.trx
    .updateTable('handover.danger_reports as d')
    .set({
      closed_at: sql<Date>`clock_timestamp()`,
      incident_number: 'incidentNumber' in closing ? closing.incidentNumber : null,
      closing_reason: 'reason' in closing ? closing.reason : null,
    })
    .where('d.id', '=', report)
    .where(VERSION, '=', version)
    .where('d.taken_at', 'is not', null)
    .where('d.closed_at', 'is', null)
    .where(sql<boolean>`not ${IS_WAITING}`)
    .returning('d.draft_id')
    .executeTakeFirst();
  if (closed === undefined) return CHANGED;
  await record(desk, act, {
    type: 'danger-closed',
    submissionId: await submissionOfDraft(desk.trx, closed.draft_id),
    facts: { report: id, version, ...closing },
    rows: { danger_reports: [report] },
  });
  return DONE;
}

type Moved<Value> = { readonly id: string; readonly from: Value; readonly to: Value };

async function moveStage(
  desk: Desk,
  { id, from, to }: Moved<Parameters<DeskActs['moveStage']>[1]['from']>,
  act: KeyedAct,
): Promise<ActOutcome> {
  if (from === to) return { ok: false, reason: 'same' };
  const submissionId = idOf(id);
  if (submissionId === null) return CHANGED;
  const { numUpdatedRows } = await desk.trx
    .updateTable('handover.submissions')
    .set({ stage: to })
    .where('id', '=', submissionId)
    .where('stage', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return CHANGED;
  await record(desk, act, { type: 'stage-moved', submissionId, facts: { from, to } });
  return DONE;
}

async function allocate(
  desk: Desk,
  { id, from, to }: Moved<string | null>,
  act: KeyedAct,
): Promise<ActOutcome> {
  if (from === to) return { ok: false, reason: 'same' };
  const submissionId = idOf(id);
  if (submissionId === null) return CHANGED;
  if (to !== null && !(await mayHold(desk.trx, to))) return { ok: false, reason: 'unknown-officer' };
  const { numUpdatedRows } = await desk.trx
    .updateTable('handover.submissions')
    .set({ allocated_to: to })
    .where('id', '=', submissionId)
    .where(sql<boolean>`allocated_to is not distinct from ${from}`)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return CHANGED;
  await record(desk, act, { type: 'allocated', submissionId, facts: { from, to } });
  return DONE;
}

async function mayHold(trx: Transaction<Tables>, officerId: string): Promise<boolean> {
  const officer = await trx
    .selectFrom('handover.officers')
    .select('id')
    .where('id', '=', officerId)
    .where('role', 'in', ALLOCATABLE_ROLES)
    .executeTakeFirst();
  return officer !== undefined;
}

async function askBundle(desk: Desk, submission: string, act: KeyedAct): Promise<ActOutcome> {
  const submissionId = idOf(submission);
  if (submissionId === null) return CHANGED;
  const id = randomBytes(16);
  // The lock that the event will take, before the bundle's reference to the submission takes a weaker one: two officers
  // who ask at once would each wait for the other.
  await lockSubmission(desk.trx, submissionId);
  await desk.trx
    .insertInto('handover.bundles')
    .values({ id, submission_id: submissionId, state: 'asked', asked_by: act.officerId, asked_at: act.at })
    .execute();
  const facts = { bundle: hexOf(id) };
  await record(desk, act, { type: 'bundle-asked', submissionId, facts, rows: { bundles: [id] } });
  await sql`select pg_notify('handover_bundles', '')`.execute(desk.trx);
  return DONE;
}

async function askReading(desk: Desk, reading: string, act: KeyedAct): Promise<ActOutcome> {
  const readingId = idOf(reading);
  if (readingId === null) return CHANGED;
  const failed = await desk.trx
    .selectFrom('handover.readings as r')
    .innerJoin('handover.items as i', 'i.id', 'r.item_id')
    .select(['i.id', 'i.submission_id', 'r.reader'])
    .where('r.id', '=', readingId)
    .where('r.state', '=', 'failed')
    .where(sql<boolean>`not ${IS_ASKED_AGAIN}`)
    .executeTakeFirst();
  if (failed === undefined) return CHANGED;
  await record(desk, act, {
    type: 'reading-asked',
    submissionId: failed.submission_id,
    facts: { item: hexOf(failed.id), reader: failed.reader },
  });
  await desk.trx
    .insertInto('handover.reading_requests')
    .values({ reading_id: readingId, asked_by: act.officerId })
    .execute();
  return DONE;
}

/** A danger report belongs to a draft; the event joins the chain of the submission once there is one. */
async function submissionOfDraft(trx: Transaction<Tables>, draftId: Buffer): Promise<Buffer | null> {
  const row = await trx
    .selectFrom('handover.submissions')
    .select('id')
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row?.id ?? null;
}
