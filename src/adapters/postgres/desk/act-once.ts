import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Act, ActOutcome } from '#domain/desk/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { appendEvent, findEvent } from '../event-chain.ts';
import type { NewEvent } from '../event-chain.ts';
import type { Tables } from '../tables.ts';
import { idOf } from './ids.ts';

export const CHANGED: ActOutcome = { ok: false, reason: 'changed' };
export const DONE: ActOutcome = { ok: true };

/** The transaction of one act, and what seals its event. */
export type Desk = { readonly trx: Transaction<Tables>; readonly sealer: EventSealer };

/** An act with the key of its event; null when it came without a form. */
export type KeyedAct = Act & { readonly key: string | null };

/** The event of this act was made by an earlier try that nobody heard the end of. */
class DoneBefore extends Error {}

/**
 * Does an act in one transaction, and what was done before by the same form with the same words only once: the answer is
 * then that of the first time. Different words of the same form (a page gone back to) are another act.
 */
export async function once(
  { tables, sealer }: { readonly tables: Kysely<Tables>; readonly sealer: EventSealer },
  act: Act,
  asked: Asked,
  work: (desk: Desk, keyed: KeyedAct) => Promise<ActOutcome>,
): Promise<ActOutcome> {
  const key = act.form === undefined ? null : keyOf(act.form, asked);
  const actor = { kind: 'officer', id: act.officerId } as const;
  const isDone = async () =>
    key !== null &&
    (await findEvent(tables, { actor, key, type: asked.type, ...submissionOf(asked) })) !== null;
  if (await isDone()) return DONE;
  try {
    const outcome = await tables.transaction().execute(trx => work({ trx, sealer }, { ...act, key }));
    // The first of two tries at the same moment may have changed what this one was to change.
    return !outcome.ok && outcome.reason === 'changed' && (await isDone()) ? DONE : outcome;
  } catch (error) {
    if (error instanceof DoneBefore) return DONE;
    throw error;
  }
}

/** What the form asks for: the type of the event it becomes, the thing it is done to, and its words. */
type Asked = Readonly<Record<string, string | null>> & { readonly type: string; readonly id: string };

const ON_SUBMISSIONS = ['stage-moved', 'allocated', 'bundle-asked'];

function submissionOf({ type, id }: Asked) {
  return ON_SUBMISSIONS.includes(type) ? { submissionId: idOf(id) } : {};
}

function keyOf(form: string, asked: Asked): string {
  return createHash('sha256')
    .update(JSON.stringify([form, asked]))
    .digest('base64url');
}

/** Appends the event of an act, in the transaction of what it changed. */
export async function record(
  { trx, sealer }: Desk,
  act: KeyedAct,
  event: Pick<NewEvent, 'type' | 'submissionId' | 'facts' | 'rows'>,
): Promise<void> {
  const actor = { kind: 'officer', id: act.officerId } as const;
  const keyed = act.key === null ? {} : { key: act.key };
  const { again } = await appendEvent(trx, { ...event, ...keyed, actor, at: act.at }, sealer);
  if (again) throw new DoneBefore();
}
