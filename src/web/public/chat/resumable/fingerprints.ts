import type { FastifyReply } from 'fastify';
import { keepFingerprints, openUpload, type UploadOf, type VisitorSecrets } from '#domain/intake/index.ts';
import type { Exchange, Pages } from '../../question.ts';
import { throwAwayRest } from '../receive.ts';
import { LARGEST_LIST_BYTES, stageFingerprints } from '../staged-fingerprints.ts';
import { bytesOf } from './body.ts';
import { answerTus } from './exchange.ts';

/** Takes the list of fingerprints of an archive, before the first byte of the text that was taken out of it. */
export async function takeFingerprints(
  pages: Pages,
  { request, reply }: Exchange,
  { of, secrets }: { readonly of: UploadOf; readonly secrets: VisitorSecrets },
): Promise<FastifyReply> {
  const archive = (await openUpload(pages.parts, of))?.state.extractOf ?? null;
  if (archive === null) return answerTus(reply, 404);
  // Said before a byte of it is read.
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_LIST_BYTES) return answerTus(reply, 400);
  const { pace } = pages.parts.settings;
  const staged = await pages.bodies
    .during(request, hold =>
      stageFingerprints(pages, { secrets, archive }, { chunks: bytesOf(request, pace), hold }),
    )
    .catch((error: unknown) => {
      throwAwayRest(request, pace);
      throw error;
    });
  if (staged === null) return answerTus(reply, 400);
  if (staged === 'none') return answerTus(reply, 204);
  const isKept = await keepFingerprints(pages.parts, of, staged);
  if (!isKept) await pages.parts.door.dropFile(secrets.draft.id, Buffer.from(staged.id, 'hex'));
  return answerTus(reply, isKept ? 204 : 409);
}
