import type { FastifyReply, FastifyRequest } from 'fastify';
import { CHECKSUM_ALGORITHMS } from './metadata.ts';

export const TUS_VERSION = '1.0.0';

/** Largest body of a request that asks for a checksum: it is held until it is compared, and nothing of it is kept when it differs. */
export const CHECKED_BYTES = 4 * 1024 * 1024;

/** Answers of the protocol, in its own status codes. 460 is "Checksum Mismatch". */
export type TusStatus = 201 | 204 | 400 | 404 | 409 | 410 | 412 | 413 | 415 | 460;

const WORDS: Readonly<Partial<Record<TusStatus, string>>> = {
  400: 'The request is not one of the tus protocol.',
  404: 'There is no such upload.',
  409: 'The upload stands elsewhere. Ask where with HEAD, and go on from there.',
  410: 'There is no such upload any more.',
  412: `This server speaks tus ${TUS_VERSION}.`,
  413: 'That is more than may be sent at once, or than the upload was said to hold.',
  415: 'The body has to be application/offset+octet-stream.',
  460: 'The bytes are not those the checksum was made of. Nothing of them was kept. Send them again.',
};

/** Headers that every answer of the protocol carries. */
export function speakTus(reply: FastifyReply): FastifyReply {
  return reply.header('tus-resumable', TUS_VERSION).header('cache-control', 'no-store');
}

/** Answers with a status of the protocol; a body only where something is wrong. */
export function answerTus(reply: FastifyReply, status: TusStatus): FastifyReply {
  speakTus(reply).code(status);
  const words = WORDS[status];
  return words === undefined ? reply.send() : reply.type('text/plain; charset=utf-8').send(`${words}\n`);
}

/** What the server can do, for `OPTIONS`. */
export function describeTus(reply: FastifyReply, largestBytes: number): FastifyReply {
  return speakTus(reply)
    .headers({
      'tus-version': TUS_VERSION,
      'tus-extension': 'creation,checksum,termination',
      'tus-max-size': largestBytes,
      'tus-checksum-algorithm': CHECKSUM_ALGORITHMS.join(','),
    })
    .code(204)
    .send();
}

/** True when the client speaks our version; otherwise it has been answered. */
export function speaksOurs(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.headers['tus-resumable'] === TUS_VERSION) return true;
  void answerTus(reply.header('tus-version', TUS_VERSION), 412);
  return false;
}
