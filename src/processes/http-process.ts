import type { FastifyInstance } from 'fastify';
import { reportTrouble } from './handshake.ts';

/** Listens on loopback only. A taken port is told to the supervisor as a sentence that says what to do. */
export async function listenOnLoopback(
  app: FastifyInstance,
  port: number,
  portSetting: string,
): Promise<void> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    reportTrouble({
      trouble: taken
        ? `Port ${port} is taken by another program. Stop that program, or set ${portSetting} to another number, and start again.`
        : 'The web server could not start listening.',
      fatal: true,
    });
    process.exit(71);
  }
}
