import {
  CONTACT_ASKED,
  CONTACT_DRAFTED,
  CONTACT_RELEASED,
  CONTACT_WITHHELD,
  type GivenQuestion,
} from '#domain/engagement/index.ts';
import type { ActOutcome } from '#domain/desk/index.ts';
import { lockSubmission } from '../event-chain.ts';
import { CHANGED, DONE, record } from './act-once.ts';
import type { Desk, KeyedAct } from './act-once.ts';
import { engagementOf } from './engagement.ts';
import { idOf } from './ids.ts';

/** Puts a question to a submitter: an approved one is asked, free text is a draft that a second officer decides on. */
export async function askSubmitter(
  desk: Desk,
  { id, given }: { readonly id: string; readonly given: GivenQuestion },
  act: KeyedAct,
): Promise<ActOutcome> {
  const submissionId = idOf(id);
  if (submissionId === null || !(await hasItem(desk, submissionId, given.item))) return CHANGED;
  await lockSubmission(desk.trx, submissionId);
  const { withdrawnAt } = await engagementOf(desk.trx, id);
  if (withdrawnAt !== null) return { ok: false, reason: 'withdrawn' };
  const { flags, ...facts } = given;
  await record(desk, act, {
    type: flags === null ? CONTACT_ASKED : CONTACT_DRAFTED,
    submissionId,
    facts: flags === null ? facts : { ...facts, flags: [...flags] },
  });
  return DONE;
}

async function hasItem({ trx }: Desk, submissionId: Buffer, item: string | null): Promise<boolean> {
  if (item === null) return true;
  const row = await trx
    .selectFrom('handover.items')
    .select('id')
    .where('submission_id', '=', submissionId)
    .where('id', '=', idOf(item))
    .executeTakeFirst();
  return row !== undefined;
}

type Decided = { readonly id: string; readonly question: string; readonly reason: string | null };

/** Releases free text, or withholds it with a reason; never by the officer who wrote it, and once. */
export async function decideQuestion(
  desk: Desk,
  { id, question, reason }: Decided,
  act: KeyedAct,
): Promise<ActOutcome> {
  const submissionId = idOf(id);
  if (submissionId === null) return CHANGED;
  await lockSubmission(desk.trx, submissionId);
  const { questions, withdrawnAt } = await engagementOf(desk.trx, id);
  const drafted = questions.find(each => each.id === question);
  if (drafted?.state !== 'waiting') return CHANGED;
  if (drafted.officerId === act.officerId) return { ok: false, reason: 'own' };
  if (reason === null && withdrawnAt !== null) return { ok: false, reason: 'withdrawn' };
  await record(desk, act, {
    type: reason === null ? CONTACT_RELEASED : CONTACT_WITHHELD,
    submissionId,
    facts: reason === null ? { question } : { question, reason },
  });
  return DONE;
}
