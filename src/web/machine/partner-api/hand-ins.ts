import type { FastifyReply } from 'fastify';
import {
  beginDraft,
  canHandIn,
  changeDraft,
  type Draft,
  handIn,
  loadDraft,
  loadTicket,
} from '#domain/intake/index.ts';
import { openBox, type OpenedBox } from '#web/public/receipt/opened-box.ts';
import { draftOf } from './answers.ts';
import type { PartnerApiParts, PartnerVisit } from './parts.ts';
import { Refused } from './problem.ts';

/** What this partner handed in under the name, or null while it did not. */
export async function boxOf(parts: PartnerApiParts, { secrets }: PartnerVisit): Promise<OpenedBox | null> {
  const ticket = await loadTicket(parts, secrets.ticket);
  return ticket === null ? null : openBox(parts, ticket);
}

/** The open hand-in. Throws `already-handed-in` and `not-found`. */
export async function requireOpen(parts: PartnerApiParts, visit: PartnerVisit): Promise<Draft> {
  if ((await boxOf(parts, visit)) !== null)
    throw new Refused('already-handed-in', 'Begin one of another name.');
  const draft = await loadDraft(parts, visit.secrets.draft);
  if (draft === null) throw new Refused('not-found', 'Open it first, with PUT on its address.');
  return draft;
}

/**
 * Opens a hand-in, or changes the answers of an open one; its files stay. A danger reaches the desk before anything is
 * kept, as on the pages. True when it was not there before.
 */
export async function putHandIn(parts: PartnerApiParts, visit: PartnerVisit): Promise<boolean> {
  if ((await boxOf(parts, visit)) !== null)
    throw new Refused('already-handed-in', 'Begin one of another name.');
  const { partner, secrets, request } = visit;
  const given = draftOf(request.body, partner.name);
  if (given.danger !== null && given.danger.happening.length > 0 && !partner.isSandbox)
    await parts.door.reportDanger(secrets.draft.id, given.danger);
  const changed = await changeDraft(parts, secrets.draft, now => ({
    ...given,
    chat: now.chat,
    files: now.files,
  }));
  if (changed !== null) return false;
  // Two first requests at once: the second changes what the first began.
  if (!(await beginDraft(parts, secrets.draft, given)))
    await changeDraft(parts, secrets.draft, now => ({ ...given, chat: now.chat, files: now.files }));
  return true;
}

/** Hands in, once. In the sandbox nothing is handed in, and what was sent is gone. */
export async function finishHandIn(parts: PartnerApiParts, visit: PartnerVisit): Promise<void> {
  if ((await boxOf(parts, visit)) !== null) return;
  const draft = await requireOpen(parts, visit);
  if (!canHandIn(draft)) throw new Refused('nothing-to-hand-in', 'Send a file, or say what happened.');
  if (visit.partner.isSandbox) {
    await parts.door.dropDraft(visit.secrets.draft.id);
    return;
  }
  const done = await handIn(parts, visit.secrets, draft);
  if (done.ok) return;
  throw done.reason === 'no-draft'
    ? new Refused('not-found', 'It was removed meanwhile. Open it again.')
    : new Refused(
        'already-handed-in',
        'What was handed in under this name is not kept any more. Take another name.',
      );
}

/** Answers with where the hand-in stands. Throws `not-found`. */
export async function sendState(
  parts: PartnerApiParts,
  visit: PartnerVisit,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const box = await boxOf(parts, visit);
  if (box !== null)
    return reply.send({
      state: box.state,
      files: box.items.map(({ name, sizeBytes, sha256 }) => ({ name, sizeBytes, sha256 })),
      reference: box.reference,
      receivedAt: box.receivedAt.toISOString(),
    });
  const { files } = await requireOpen(parts, visit);
  const listed = files.map(({ name, sizeBytes, sha256Hex }) => ({ name, sizeBytes, sha256: sha256Hex }));
  return reply.send({ state: 'open', files: listed, reference: null, receivedAt: null });
}

/** The receipt file of a sealed hand-in. Throws `no-receipt-yet`, `no-receipt-in-sandbox` and `not-found`. */
export async function receiptOf(
  parts: PartnerApiParts,
  visit: PartnerVisit,
): Promise<OpenedBox & { receipt: Uint8Array }> {
  if (visit.partner.isSandbox)
    throw new Refused('no-receipt-in-sandbox', 'Ask for a live key when you are ready.');
  const box = await boxOf(parts, visit);
  if (box === null) {
    await requireOpen(parts, visit);
    throw new Refused('no-receipt-yet', 'It is not handed in yet: finish it first.');
  }
  if (box.receipt === null) throw new Refused('no-receipt-yet', 'Ask again in some seconds.', 5);
  return { ...box, receipt: box.receipt };
}
