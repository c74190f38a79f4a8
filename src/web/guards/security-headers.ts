import type { FastifyInstance, FastifyReply } from 'fastify';

/** What a page may do beyond showing itself; each is off unless its page says so. */
export type PagePowers = {
  /** Scripts of this page send requests to this origin (an upload with a progress bar). */
  readonly connect?: boolean;
  /** Scripts of this page start a worker from this origin. */
  readonly worker?: boolean;
};

/** The content security policy of a page: nothing from anywhere else, nothing inline, no frames, no plug-ins. */
export function contentSecurityPolicy(powers: PagePowers = {}): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ...(powers.connect ? ["connect-src 'self'"] : []),
    ...(powers.worker ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Sets a page's own policy. Call it before the page is sent. */
export function allowOnPage(reply: FastifyReply, powers: PagePowers): void {
  reply.header('content-security-policy', contentSecurityPolicy(powers));
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy(),
  // A page about a child must not be in the history of a shared computer, or in a proxy.
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'x-robots-tag': 'noindex',
};

/**
 * Sets the headers every reply carries, errors and refusals too. They are set before anything else runs, so that a
 * route can replace one (an asset may be cached) but cannot forget them. Under https, also Strict-Transport-Security.
 */
export function strictHeaders(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
    if (origin().startsWith('https:')) reply.header('strict-transport-security', 'max-age=63072000');
  });
}
