/** Longer and longer waits between tries: at once, then a second, two, four, up to fifteen. About two minutes in all. */
const WAITS_MS = [0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000, 15_000];

/** Waits between tries of a broken line. */
export type Patience = {
  /** False when there have been too many tries. `offset`: where the upload stands, if known; progress begins the waits anew. */
  readonly wait: (offset: number | null) => Promise<boolean>;
};

/** Patience for one piece of work. A line that comes back ends a wait. Rejects when `signal` is aborted. */
export function patiently(signal: AbortSignal): Patience {
  let tries = 0;
  let furthest = -1;
  return {
    async wait(offset) {
      if (offset !== null && offset > furthest) {
        furthest = offset;
        tries = 0;
      }
      const waitMs = WAITS_MS[tries];
      tries += 1;
      if (waitMs === undefined) return false;
      await pause(waitMs, signal);
      return true;
    },
  };
}

function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stopped = () => settle(() => reject(new DOMException('Cancelled', 'AbortError')));
    const timer = window.setTimeout(() => settle(resolve), waitMs);
    const online = () => settle(resolve);
    const settle = (then: () => void) => {
      window.clearTimeout(timer);
      window.removeEventListener('online', online);
      signal.removeEventListener('abort', stopped);
      then();
    };
    window.addEventListener('online', online);
    signal.addEventListener('abort', stopped);
    if (signal.aborted) stopped();
  });
}
