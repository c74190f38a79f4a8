import { encodeCanonicalJson, fromHex, type CanonicalValue } from '#portable/bytes/index.ts';
import type { Account } from './account.ts';
import type { BoxOpener, IntakeDoor } from './door.ts';
import { type Draft, NO_CONTACT } from './draft.ts';
import { type KeeperParts, openTicket, type Ticket } from './draft-keeper.ts';
import { stageOwnBytes, type StageParts } from './stage-file.ts';
import type { SubmitterType } from './submission.ts';
import type { VisitorSecrets } from './visitor.ts';

/** What handing in needs. */
export type HandInParts = KeeperParts &
  StageParts & { readonly door: IntakeDoor; readonly opener: Pick<BoxOpener, 'keysOf'> };

/** The name of the item that holds the answers. */
export const ACCOUNT_NAME = 'Answers on the form.json';

export type HandedIn = { readonly ok: true } | { readonly ok: false; readonly reason: 'no-draft' };

/** Something to hand in: who it is from, and words, a file, or a danger. */
export function canHandIn(draft: Draft): draft is Draft & { submitterType: SubmitterType } {
  const hasDanger = draft.danger !== null && draft.danger.happening.length > 0;
  return draft.submitterType !== '' && (draft.files.length > 0 || draft.happened !== '' || hasDanger);
}

/**
 * Hands a draft in, once: the same visitor again, or twice at once, gets the one submission. Order: the ticket, so that
 * the code is never lost; then the answers as an item; then the submission. A failure in between leaves the draft as it
 * was. Throws what the door throws.
 */
export async function handIn(
  parts: HandInParts,
  visitor: VisitorSecrets,
  draft: Draft & { submitterType: SubmitterType },
): Promise<HandedIn> {
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
  readonly draft: Draft & { submitterType: SubmitterType };
  readonly ticket: Ticket;
};

async function submit(parts: HandInParts, { visitor, draft, ticket }: Submitting): Promise<HandedIn> {
  const draftId = visitor.draft.id;
  const account = await stageOwnBytes(
    parts,
    { draftId, kind: 'account', name: ACCOUNT_NAME, sourceClass: 'typed', extractOf: null },
    encodeAccount(accountOf(draft)),
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
    return done === null ? { ok: false, reason: 'no-draft' } : { ok: true };
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

/** The answers as they are sealed: what the visitor withheld is not in them. */
export function accountOf(draft: Draft & { submitterType: SubmitterType }): Account {
  const { contact } = draft;
  const reachable = {
    phone: contact.reach === 'phone' ? contact.phone : '',
    email: contact.reach === 'email' ? contact.email : '',
  };
  return {
    format: 'handover-account/v1',
    submitterType: draft.submitterType,
    ...(draft.partner === '' ? {} : { partner: draft.partner }),
    danger: draft.danger,
    contact: { ...NO_CONTACT, ...contact, ...reachable },
    happened: draft.happened,
    facts: draft.facts,
  };
}

/** Canonical JSON of the answers. */
export function encodeAccount(account: Account): Uint8Array {
  return encodeCanonicalJson(account as unknown as CanonicalValue);
}
