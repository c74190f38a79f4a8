import type { FastifyReply } from 'fastify';
import type { Pages } from '../question.ts';

/**
 * What anybody needs to check a receipt or a bundle without asking us: the policy (whose logs are this force's), the last
 * checkpoint of each log that was closed, and the verifier as a page and as a program. The same for everybody.
 */
export type ToCheck = {
  readonly policy: string;
  /** `name` is what the closed log's name ends in. */
  readonly closedLogs: readonly { readonly name: string; readonly checkpoint: string }[];
  readonly verifierPage: Buffer;
  readonly verifierProgram: Buffer;
};

export const POLICY_NAME = 'force.tlog-policy';
export const VERIFIER_PAGE_NAME = 'handover-verify.html';
export const VERIFIER_PROGRAM_NAME = 'handover-verify.mjs';

/** Files to save. Never shown by the browser: the verifier page is to be opened from disk, away from this site. */
export function checkingRoutes({ app, parts }: Pages): void {
  const { policy, closedLogs, verifierPage, verifierProgram } = parts.toCheck;
  const files: readonly [name: string, body: Buffer][] = [
    [POLICY_NAME, Buffer.from(policy)],
    [VERIFIER_PAGE_NAME, verifierPage],
    [VERIFIER_PROGRAM_NAME, verifierProgram],
  ];
  for (const [name, body] of files) app.get(`/${name}`, (_request, reply) => save(reply, name, body));
  app.get('/checkpoint/closed/:name', (request, reply) => {
    const { name } = request.params as { name: string };
    const closed = closedLogs.find(log => log.name === name);
    if (closed === undefined) return reply.callNotFound();
    return save(reply, `checkpoint-${name}`, Buffer.from(closed.checkpoint));
  });
}

function save(reply: FastifyReply, name: string, body: Buffer): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'public, max-age=60')
    .type('application/octet-stream')
    .send(body);
}
