/**
 * For `Fastify({ ... })`: whose word is taken for where a request comes from. Without any, nobody's: `request.ip` is the
 * other end of the connection whatever the headers say. With some, `X-Forwarded-For` is read from the right, past the
 * named proxies; the first address that is none of them counts, so a visitor can put nothing in its place.
 */
export function trustProxies(addresses: readonly string[]): { readonly trustProxy: string[] | false } {
  return { trustProxy: addresses.length === 0 ? false : [...addresses] };
}
