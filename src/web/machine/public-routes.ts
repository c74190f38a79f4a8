import type { FastifyInstance } from 'fastify';
import type { IntakeDoor } from '#domain/intake/index.ts';

/** What programs ask of the public listener: the published checkpoint, and whether it is alive. */
export function publicMachineRoutes(
  app: FastifyInstance,
  door: Pick<IntakeDoor, 'publishedCheckpoint'>,
): void {
  app.get('/checkpoint', async (_request, reply) => {
    const checkpoint = await door.publishedCheckpoint();
    reply.type('text/plain; charset=utf-8');
    if (checkpoint === null) return reply.code(404).send('No checkpoint is published yet.\n');
    // The same for everybody, and published on a fixed schedule: it may be kept for a minute.
    return reply.header('cache-control', 'public, max-age=60').send(checkpoint);
  });
  app.get('/health', (_request, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'));
}
