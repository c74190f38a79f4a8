import type { IncomingHttpHeaders } from 'node:http';

/** Where a request says that it comes from: a page of ours, somewhere else, or it does not say. */
export type Provenance = 'ours' | 'foreign' | 'unstated';

/**
 * Tells where a request that changes something was started.
 *
 * `Sec-Fetch-Site` decides when it is there: a page cannot set it. Without it (older browsers) `Origin` decides; our
 * pages send `Referrer-Policy: no-referrer`, under which browsers write `Origin: null` on a form post, so `null` says
 * nothing and the form token has to decide. Source: Fetch Standard, "append a request Origin header"; Fetch Metadata.
 */
export function provenanceOf(headers: IncomingHttpHeaders, origin: string): Provenance {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'foreign';
  const from = headers.origin;
  if (from === undefined || from === 'null') return 'unstated';
  return from === origin ? 'ours' : 'foreign';
}
