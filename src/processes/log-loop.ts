import type { LogHead } from '#adapters/sequencer/log-head.ts';
import { behindMs, sequenceOnce, type SequencerParts } from '#adapters/sequencer/sequencer.ts';

export type LogLoop = {
  readonly parts: SequencerParts;
  /** How often the public listener's checkpoint is renewed. */
  readonly publishEveryMs: number;
  readonly stopping: () => boolean;
  /** Resolves when an entry may wait, or after this time at the latest. */
  readonly wait: (atMostMs: number) => Promise<void>;
  /** Told why nothing is signed; once, and null when it goes on. */
  readonly held: (reason: string | null) => void;
};

/** When nobody says that there is work, the outbox is looked at this often all the same. */
const FALLBACK_MS = 500;

/**
 * Logs batch after batch as long as entries wait, without a pause; waits only when none does. The public checkpoint is
 * renewed by the clock alone, at whole multiples of the period: when it changes says nothing about when somebody acted.
 */
export async function runLogLoop(loop: LogLoop, start: LogHead): Promise<void> {
  let head = start;
  let due = 0;
  let isHeld = false;
  while (!loop.stopping()) {
    const now = loop.parts.clock().getTime();
    if (now >= due || due - now > loop.publishEveryMs) {
      await loop.parts.store.publish(new Date(now));
      due = nextPublication(now, loop.publishEveryMs);
    }
    const behind = behindMs(loop.parts, head);
    if (behind > 0 !== isHeld) {
      isHeld = behind > 0;
      loop.held(
        isHeld
          ? `the clock is ${behind} ms behind the last signed time; nothing is signed until it has caught up`
          : null,
      );
    }
    const next = await sequenceOnce(loop.parts, head);
    if (next === head) await loop.wait(Math.min(FALLBACK_MS, due - now));
    head = next;
  }
}

/** The next whole multiple of the period, in milliseconds since 1970. */
function nextPublication(now: number, periodMs: number): number {
  return (Math.floor(now / periodMs) + 1) * periodMs;
}

/** Joins a signal from elsewhere to `LogLoop.wait`. A signal while nobody waits is kept for the next wait. */
export function createWaker(): { wake(): void; wait(atMostMs: number): Promise<void> } {
  let isWoken = false;
  let resume: () => void = () => undefined;
  return {
    wake() {
      isWoken = true;
      resume();
    },
    async wait(atMostMs) {
      if (!isWoken) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, atMostMs);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isWoken = false;
    },
  };
}
