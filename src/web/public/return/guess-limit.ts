import type { FastifyRequest } from 'fastify';
import { DailyMarks } from '#web/guards/index.ts';

const WINDOW_MS = 60_000;
/** Somebody who reads their code from paper tries a few times. */
const TRIES_OF_ONE = 10;
/** Wrong tries of everybody in a window, after which each connection has one. */
const TRIES_OF_ALL = 300;

/**
 * How often a reference and code may be tried that do not belong together. A code has 120 bits, so this bounds work, not luck:
 * of one connection ten a minute, and once many fail everywhere, one. The holder of a code always has a first try, and a
 * right one costs nothing. Counts in memory and forgets every minute; it never keeps an address.
 */
export class GuessLimit {
  readonly #clock: () => Date;
  readonly #marks: DailyMarks;
  readonly #wrong = new Map<string, number>();
  #window = 0;
  #all = 0;

  constructor(random: (sizeBytes: number) => Uint8Array, clock: () => Date) {
    this.#clock = clock;
    this.#marks = new DailyMarks(random, clock);
  }

  /** Throws the refusal of a limiter, before anything is looked up, when this connection has no try left. */
  admit({ ip }: Pick<FastifyRequest, 'ip'>): void {
    this.#turn();
    const allowed = this.#all >= TRIES_OF_ALL ? 1 : TRIES_OF_ONE;
    if ((this.#wrong.get(this.#keyOf(ip)) ?? 0) >= allowed)
      throw Object.assign(new Error('too many wrong tries'), { statusCode: 429 });
  }

  noteWrong({ ip }: Pick<FastifyRequest, 'ip'>): void {
    this.#turn();
    const key = this.#keyOf(ip);
    this.#wrong.set(key, (this.#wrong.get(key) ?? 0) + 1);
    this.#all += 1;
  }

  #turn(): void {
    const window = Math.floor(this.#clock().getTime() / WINDOW_MS);
    if (window === this.#window) return;
    this.#window = window;
    this.#wrong.clear();
    this.#all = 0;
  }

  #keyOf(ip: string): string {
    return Buffer.from(this.#marks.markOf(ip)).toString('base64url');
  }
}
