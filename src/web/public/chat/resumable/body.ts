import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type BodyPace, pacedBody } from '#web/guards/index.ts';
import { CHECKED_BYTES } from './exchange.ts';
import type { Checksum } from './metadata.ts';

/** The body of a request as it comes; throws when the connection breaks off before its end, or brings too little for too long. */
export async function* bytesOf({ raw }: FastifyRequest, pace: BodyPace): AsyncGenerator<Uint8Array> {
  for await (const chunk of pacedBody(raw, pace)) yield chunk as Uint8Array;
  if (!raw.readableEnded) throw new Error('the request broke off');
}

/** The whole body once it has the checksum it came with: `null` when it has another, `too-large` past `CHECKED_BYTES`. */
export async function checkedBody(
  request: FastifyRequest,
  { algorithm, digest }: Checksum,
  pace: BodyPace,
): Promise<Uint8Array | 'too-large' | 'cut' | null> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of bytesOf(request, pace)) {
      sizeBytes += chunk.length;
      if (sizeBytes > CHECKED_BYTES) return 'too-large';
      pieces.push(chunk);
    }
  } catch {
    // Without its end the checksum says nothing of it: nothing is kept.
    return 'cut';
  }
  const body = Buffer.concat(pieces);
  const found = createHash(algorithm).update(body).digest();
  return timingSafeEqual(found, digest) ? body : null;
}

/** One piece as a stream of pieces. */
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
