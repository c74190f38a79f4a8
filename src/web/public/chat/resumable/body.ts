import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type BodyPace, type Hold, pacedBody, PIECE_BYTES, TooBusy } from '#web/guards/index.ts';
import { CHECKED_BYTES } from './exchange.ts';
import type { Checksum } from './metadata.ts';

/** The body of a request as it comes; throws when the connection breaks off before its end, or brings too little for too long. */
export async function* bytesOf({ raw }: FastifyRequest, pace: BodyPace): AsyncGenerator<Uint8Array> {
  for await (const chunk of pacedBody(raw, pace)) yield chunk as Uint8Array;
  if (!raw.readableEnded) throw new Error('the request broke off');
}

/**
 * The pieces of the whole body once it has the checksum it came with: `null` when it has another, `too-large` past
 * `CHECKED_BYTES`, by what is announced before a byte is read. Throws `TooBusy` when there is no room to hold it.
 */
export async function checkedBody(
  request: FastifyRequest,
  { algorithm, digest }: Checksum,
  { pace, hold }: { readonly pace: BodyPace; readonly hold: Hold },
): Promise<readonly Uint8Array[] | 'too-large' | 'cut' | null> {
  if (Number(request.headers['content-length'] ?? 0) > CHECKED_BYTES) return 'too-large';
  const found = createHash(algorithm);
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of bytesOf(request, pace)) {
      sizeBytes += chunk.length;
      if (sizeBytes > CHECKED_BYTES) return 'too-large';
      hold(chunk.length + PIECE_BYTES);
      found.update(chunk);
      pieces.push(chunk);
    }
  } catch (error) {
    if (error instanceof TooBusy) throw error;
    // Without its end the checksum says nothing of it: nothing is kept.
    return 'cut';
  }
  return timingSafeEqual(found.digest(), digest) ? pieces : null;
}

/** Pieces as a stream of pieces. */
export async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
