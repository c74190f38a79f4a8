import type { ChatRecord } from '../records/record.ts';

const MOST_KEPT = 1000;
/** Longer texts are hardly written twice within a minute. */
const LONGEST = 200;

/**
 * Looks whether two messages share what the converter takes for the whole of a message when it adds to an earlier file:
 * the minute, the sender, and the text without line ends and `>`.
 */
export class EqualMessages {
  /** True once two such messages were seen: then the file was not put together by that rule. */
  wereSeen = false;
  #minute: number | null = null;
  readonly #kept = new Set<string>();

  look({ localMs, speaker, body }: ChatRecord): void {
    if (this.wereSeen || localMs === null || body.length > LONGEST) return;
    const minute = Math.floor(localMs / 60_000);
    if (minute !== this.#minute) this.#kept.clear();
    this.#minute = minute;
    const key = `${speaker}\n${body.replace(/[\n>]/g, '').trim()}`;
    this.wereSeen = this.#kept.has(key);
    if (this.#kept.size < MOST_KEPT) this.#kept.add(key);
  }
}
