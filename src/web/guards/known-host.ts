import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Names of this machine, at which a person may have typed a demo address. */
const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Answers only under the listener's own name. A request to an address of this machine is sent on to that name (cookies
 * and passkeys belong to it); any other name is refused, which stops a hostile site whose name was made to point here
 * (DNS rebinding) from reading our pages.
 *
 * `origin` is asked at each request (`http://public.localhost:8080`). `/health` answers under a local name too.
 */
export function answerOnlyAt(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', async (request, reply) => {
    const ours = new URL(origin());
    const asked = request.headers.host?.toLowerCase();
    if (asked === ours.host) return undefined;
    const isLocal = LOCAL_NAMES.has(nameOf(asked ?? ''));
    if (isLocal && request.url === '/health') return undefined;
    return isLocal && isRead(request) ? sendOn(request, reply, ours) : refuse(reply);
  });
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '');
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function sendOn(request: FastifyRequest, reply: FastifyReply, ours: URL): FastifyReply {
  // Only the path is kept, so that nothing in it can name another place.
  const path = request.url.startsWith('/') ? request.url.replace(/^\/+/, '/') : '/';
  return reply.redirect(`${ours.origin}${path}`, 307);
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(421).type('text/plain; charset=utf-8').send('This name is not served here.\n');
}
