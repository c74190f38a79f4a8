import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changeDraft,
  type Draft,
  type DraftFile,
  SEGMENT_BYTES,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { type BodyPace, pacedBody, wantsJson } from '#web/guards/index.ts';
import { gonePage } from '../gone/view.ts';
import { languageOf } from '../language/language-of.ts';
import { sendPage } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import type { RefusalWords } from './refusal-words.ts';
import { refusedPage } from './refused-view.ts';

/** After a refusal, how much of a body is still read and thrown away, so that the browser comes to read our answer. */
const LINGER_BYTES = 64 * 1024 * 1024;

/** Answers a refused upload at once. The rest of its body is thrown away unread as it comes, up to a limit. */
export function sendRefusal(
  { board, parts }: Pick<Pages, 'board' | 'parts'>,
  exchange: Exchange,
  { words, fileName }: { readonly words: RefusalWords; readonly fileName: string },
): FastifyReply {
  const { request, reply } = exchange;
  throwAwayRest(request, parts.settings.pace);
  reply.code(422);
  if (wantsJson(request)) return reply.send({ ok: false, ...words });
  return sendPage(reply, board, refusedPage(words, fileName, languageOf(request)));
}

/** Answers an upload of somebody whose answers are gone. */
export function sendGone(
  { board, parts }: Pick<Pages, 'board' | 'parts'>,
  { request, reply }: Exchange,
): FastifyReply {
  throwAwayRest(request, parts.settings.pace);
  reply.code(410);
  const page = gonePage({ words: '', isKept: false, language: languageOf(request) });
  if (wantsJson(request)) return reply.send({ ok: false, title: page.title, why: [], todo: [] });
  return sendPage(reply, board, page);
}

/** What a body that is stored as it comes holds in memory at most: the segment that is not full yet. */
export function mostWaiting({ headers }: FastifyRequest): number {
  return Math.min(SEGMENT_BYTES, Number(headers['content-length'] ?? SEGMENT_BYTES));
}

/** Reads on what still comes of a body and throws it away, up to a limit, so that the sender comes to read our answer. */
export function throwAwayRest({ raw }: FastifyRequest, pace: BodyPace): void {
  if (raw.readableEnded || raw.destroyed) return;
  let left = LINGER_BYTES;
  // The reader of the form has let go of what it read from the body, which would hold the body up.
  raw.unpipe();
  const rest = pacedBody(raw, pace);
  rest.on('data', (chunk: Uint8Array) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  // Answered already: a rest that stalls only ends the connection.
  rest.on('error', () => raw.destroy());
}

/** Notes a staged file in the draft. False when the draft has gone meanwhile; then the file is dropped. */
export async function noteFile({ parts }: Pages, secrets: VisitorSecrets, file: DraftFile): Promise<boolean> {
  // An upload may be completed by two requests that ask at once: the file is noted by the first.
  const change = (draft: Draft): Draft =>
    draft.files.some(({ id }) => id === file.id)
      ? draft
      : { ...draft, chat: 'files', files: [...draft.files, file] };
  const kept = await changeDraft(parts, secrets.draft, change).catch(async (error: unknown) => {
    await dropStaged({ parts }, secrets, file);
    throw error;
  });
  return kept !== null;
}

/** Drops a staged file and what came with it. */
export async function dropStaged(
  { parts }: Pick<Pages, 'parts'>,
  secrets: VisitorSecrets,
  { id, fingerprints }: Pick<DraftFile, 'id' | 'fingerprints'>,
): Promise<void> {
  const ids = fingerprints === null ? [id] : [id, fingerprints.id];
  for (const each of ids) await parts.door.dropFile(secrets.draft.id, Buffer.from(each, 'hex'));
}

/** Staged files of a draft, lists of fingerprints included: what the door counts. */
export function stagedCount({ files }: Draft): number {
  return files.reduce((sum, { fingerprints }) => sum + (fingerprints === null ? 1 : 2), 0);
}

/** Whether one more file, with a list of fingerprints, still fits. */
export function hasRoom({ parts }: Pick<Pages, 'parts'>, draft: Draft): boolean {
  return stagedCount(draft) + 2 <= parts.settings.mostFiles;
}
