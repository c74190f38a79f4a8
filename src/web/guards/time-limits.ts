/** How long a listener waits, in milliseconds; spread into `Fastify({ ... })`. */
export type TimeLimits = {
  readonly connectionTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  readonly http: { readonly headersTimeout: number };
  readonly forceCloseConnections: true;
};

/**
 * Limits that keep a slow or silent client from holding a connection for ever.
 *
 * `longestRequestMs` bounds a whole request with its body: 64 MiB over a 400 kbit/s line takes 23 minutes, so a listener
 * that takes uploads needs 30; one that takes forms only needs one.
 */
export function timeLimits(longestRequestMs: number): TimeLimits {
  return {
    // Silence on the socket. A phone that changes from one mast to the next is silent for some ten seconds.
    connectionTimeout: 60_000,
    requestTimeout: longestRequestMs,
    // Somebody reading a page; then the next click opens a new connection, which costs them nothing.
    keepAliveTimeout: 10_000,
    // Headers are one packet or two. Longer is a slow-headers attack.
    http: { headersTimeout: 15_000 },
    // A stopping process does not wait for idle browsers.
    forceCloseConnections: true,
  };
}
