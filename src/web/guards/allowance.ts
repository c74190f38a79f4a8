import type { FastifyRequest } from 'fastify';
import { DailyMarks } from './connection.ts';

type Terms = { readonly max: number; readonly windowMs: number };

/**
 * How often one connection may do something that shows only once it is done: each request takes one, and gives it back when
 * it turns out to be of another kind. Counts in windows of time that are the same for all, and forgets everybody when one
 * ends; it remembers marks of connections in memory, never an address.
 */
export class Allowance {
  readonly #terms: Terms;
  readonly #clock: () => Date;
  readonly #marks: DailyMarks;
  readonly #counts = new Map<string, number>();
  #window = 0;

  constructor(terms: Terms, random: (sizeBytes: number) => Uint8Array, clock: () => Date) {
    this.#terms = terms;
    this.#clock = clock;
    this.#marks = new DailyMarks(random, clock);
  }

  /** Throws the refusal of a limiter when this connection has nothing left. */
  take({ ip }: Pick<FastifyRequest, 'ip'>): void {
    const key = this.#keyOf(ip);
    const counts = this.#current();
    const count = counts.get(key) ?? 0;
    if (count >= this.#terms.max)
      throw Object.assign(new Error('an allowance is spent'), { statusCode: 429 });
    counts.set(key, count + 1);
  }

  giveBack({ ip }: Pick<FastifyRequest, 'ip'>): void {
    const key = this.#keyOf(ip);
    const counts = this.#current();
    const count = counts.get(key) ?? 0;
    if (count > 0) counts.set(key, count - 1);
  }

  #current(): Map<string, number> {
    const window = Math.floor(this.#clock().getTime() / this.#terms.windowMs);
    if (window !== this.#window) this.#counts.clear();
    this.#window = window;
    return this.#counts;
  }

  #keyOf(ip: string): string {
    return Buffer.from(this.#marks.markOf(ip)).toString('base64url');
  }
}
