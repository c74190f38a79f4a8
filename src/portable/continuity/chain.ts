/**
 * One event of a chain, in the order given. `commitment` and `previous` are 64 hex. `previous` is left out for an event
 * that is withheld: of that one only its number and its commitment are known.
 */
export type ChainLink = { n: number; commitment: string; previous?: string | null };

/**
 * What is wrong with a chain. `missing`: events `from` to `to` are not there. `out-of-order`: the number is not above
 * the numbers before it. `previous-differs`: the event names another predecessor than the one it stands behind.
 */
export type ChainFault =
  | { kind: 'missing'; from: number; to: number }
  | { kind: 'out-of-order'; n: number }
  | { kind: 'previous-differs'; n: number };

/**
 * Checks one chain (one submission, or one case) from event 1 to the last one given and reports every fault, in order.
 * It cannot see events left out after the last: only a later checkpoint or the counterpart's own record shows those.
 */
export function verifyChain(links: readonly ChainLink[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let last: { n: number; commitment: string | null } = { n: 0, commitment: null };
  for (const link of links) {
    if (!Number.isSafeInteger(link.n) || link.n <= last.n) {
      faults.push({ kind: 'out-of-order', n: link.n });
      continue;
    }
    if (link.n > last.n + 1) faults.push({ kind: 'missing', from: last.n + 1, to: link.n - 1 });
    else if (link.previous !== undefined && link.previous !== last.commitment) {
      faults.push({ kind: 'previous-differs', n: link.n });
    }
    last = link;
  }
  return faults;
}
