import { encodeCanonicalJson, fromHex, type CanonicalValue } from '#portable/bytes/index.ts';
import { type Account, accountOf, saysSomething } from './account.ts';
import { accountName } from './account-name.ts';
import type { BoxOpener, IntakeDoor } from './door.ts';
import type { Draft } from './draft.ts';
import { type KeeperParts, openTicket, type Ticket } from './draft-keeper.ts';
import { stageOwnBytes, type StageParts } from './stage-file.ts';
import type { SubmitterType } from './submission.ts';
import type { VisitorSecrets } from './visitor.ts';

/** What handing in needs. */
export type HandInParts = KeeperParts &
  StageParts & { readonly door: IntakeDoor; readonly opener: Pick<BoxOpener, 'keysOf'> };

/** `no-longer-kept`: what this visitor handed in was disposed of, and nothing more is taken under the same secrets. */
export type HandedIn =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'no-draft' | 'no-longer-kept' };

type Whole = Draft & { submitterType: SubmitterType };

/** Something to hand in: who it is from, and words, a file, or a danger. */
export function canHandIn(draft: Draft): draft is Whole {
  if (draft.submitterType === '') return false;
  return draft.files.length > 0 || saysSomething(accountOf(draft as Whole));
}

/**
 * Hands a draft in, once: the same visitor again, or twice at once, gets the one submission. Order: the ticket, so that
 * the code is never lost; then the answers as an item; then the submission. A failure in between leaves the draft as it
 * was. Throws what the door throws.
 */
export async function handIn(parts: HandInParts, visitor: VisitorSecrets, draft: Whole): Promise<HandedIn> {
  const ticket = await openTicket(parts, visitor.ticket);
  if ((await parts.door.readBox(ticket.boxId)) !== null) return { ok: true };
  try {
    return await submit(parts, { visitor, draft, ticket });
  } catch (error) {
    // The other of two posts may have been first, and the worker may already have cleared the draft away.
    if ((await parts.door.readBox(ticket.boxId)) !== null) return { ok: true };
    throw error;
  }
}

type Submitting = {
  readonly visitor: VisitorSecrets;
  readonly draft: Whole;
  readonly ticket: Ticket;
};

async function submit(parts: HandInParts, { visitor, draft, ticket }: Submitting): Promise<HandedIn> {
  const draftId = visitor.draft.id;
  const answers = accountOf(draft);
  const name = accountName(answers.awareness);
  const account = await stageOwnBytes(
    parts,
    { draftId, kind: 'account', name, sourceClass: 'typed', extractOf: null },
    encodeAccount(answers),
  );
  const { recipient } = await parts.opener.keysOf(ticket.boxSecret);
  const files = draft.files.flatMap(({ id, fingerprints }) =>
    fingerprints === null ? [id] : [id, fingerprints.id],
  );
  try {
    const done = await parts.door.submit({
      draftId,
      boxId: ticket.boxId,
      boxRecipient: recipient,
      submitterType: draft.submitterType,
      fileIds: [...files.map(bytesOfId), account.id],
    });
    if (done === null) return { ok: false, reason: 'no-draft' };
    // An earlier submission answered, and it has no box: it was disposed of, and took nothing of this one.
    const isGone = done.again && (await parts.door.readBox(ticket.boxId)) === null;
    return isGone ? { ok: false, reason: 'no-longer-kept' } : { ok: true };
  } catch (error) {
    // Not handed in: the next try stages the answers anew.
    await parts.door.dropFile(draftId, account.id).catch(() => undefined);
    throw error;
  }
}

function bytesOfId(id: string): Uint8Array {
  const bytes = fromHex(id);
  if (bytes === null) throw new Error('a draft holds an id that is not one');
  return bytes;
}

/** Canonical JSON of the answers. */
export function encodeAccount(account: Account): Uint8Array {
  return encodeCanonicalJson(account as unknown as CanonicalValue);
}
