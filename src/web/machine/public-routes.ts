import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IntakeDoor } from '#domain/intake/index.ts';

const TEXT = 'text/plain; charset=utf-8';
const PROOFS_A_MINUTE = 60;
const LIMIT = { config: { rateLimit: { max: PROOFS_A_MINUTE, timeWindow: 60_000 } } };

type Door = Pick<IntakeDoor, 'publishedCheckpoint' | 'consistencyProof'>;

/**
 * What programs ask of the public listener: the published checkpoint, proofs that it extends an older one, and whether it
 * is alive. Never a tile of the log.
 */
export function publicMachineRoutes(app: FastifyInstance, door: Door): void {
  app.get('/checkpoint', async (_request, reply) => {
    const checkpoint = await door.publishedCheckpoint();
    reply.type(TEXT);
    if (checkpoint === null) return reply.code(404).send('No checkpoint is published yet.\n');
    // The same for everybody, and published on a fixed schedule: it may be kept for a minute.
    return reply.header('cache-control', 'public, max-age=60').send(checkpoint);
  });
  app.get('/checkpoint/consistency', LIMIT, async (request, reply) => sendProof(request, reply, door));
  app.get('/health', (_request, reply) => reply.type(TEXT).send('ok\n'));
}

/** `?from=N&to=M`: one base64 hash a line. M is the size of the checkpoint that the asker holds. */
async function sendProof(request: FastifyRequest, reply: FastifyReply, door: Door): Promise<FastifyReply> {
  const [from, to] = [sizeIn(request, 'from'), sizeIn(request, 'to')];
  reply.type(TEXT);
  if (from === null || to === null || from > to)
    return reply
      .code(400)
      .send('Ask with from=N&to=M: the sizes of an older and of the published checkpoint.\n');
  const answer = await door.consistencyProof(from, to);
  if (answer === 'none') return reply.code(404).send('There is no proof between these sizes.\n');
  if (answer === 'later')
    return reply
      .code(503)
      .header('retry-after', '1')
      .send('The proof is being made. Ask again in a second.\n');
  return reply.header('cache-control', 'public, max-age=600').send(answer.proof);
}

/** A tree size from 1, in decimal without leading zeroes; null for anything else. */
function sizeIn({ query }: FastifyRequest, name: string): number | null {
  if (typeof query !== 'object' || query === null || !Object.hasOwn(query, name)) return null;
  const text: unknown = (query as Record<string, unknown>)[name];
  return typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
