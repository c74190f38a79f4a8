import { bodyKind } from './body-kind.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { HeaderClock } from './header-clock.ts';
import { NO_TIME } from './header-clock.ts';
import type { StretchEnd } from './imitations.ts';
import type { NameUses } from './name-uses.ts';
import { PLAIN } from './speakers.ts';

/** A chat is taken for one between two people when both wrote at least this often and anybody else only once. */
const LEAST_MESSAGES = 10;
/** The chat goes on around the line: its neighbours are at most this far apart. */
const CLOSE_SECONDS = 60;

/** How often each name speaks, when two people speak often and any others once; else null. */
export function usesBetweenTwo({ spoken }: NameUses): readonly number[] | null {
  const counts = spoken.filter(count => count > 0);
  const often = counts.filter(count => count >= LEAST_MESSAGES).length;
  const once = counts.filter(count => count === 1).length;
  return often === 2 && once > 0 && often + once === counts.length ? [...spoken] : null;
}

/**
 * Takes out the headers that are more likely a line pasted into the message before: in a chat between two people, a third
 * name that appears once, earlier than the message before, while the messages around it follow one another closely.
 */
export class StrangerFilter {
  readonly spoken: readonly number[];
  readonly #clock: HeaderClock;
  readonly #uses: NameUses | null;
  /** Up to this offset, headers were counted: a stretch can come twice. */
  #counted = 0;

  constructor(spoken: readonly number[], clock: HeaderClock, uses: NameUses | null) {
    this.spoken = spoken;
    this.#clock = clock;
    this.#uses = uses;
  }

  apply(batch: HeaderBatch, end: StretchEnd): void {
    const { length } = batch;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      if (i > 0 && i + 1 < length && this.#isStranger(batch, i) && isText(batch, i - 1)) {
        const speaker = batch.speaker[i] as number;
        batch.pasted.set(kept - 1, { speaker, bodyStart: batch.bodyStart[i] as number });
        batch.takeIn(kept - 1, batch.strange[i] as number);
        this.#count(batch, i);
      } else batch.move(i, kept++);
    }
    batch.length = kept;
    if (end.atEnd) batch.whole = Math.min(batch.whole, kept);
    // The last header is not decided yet, and comes again with the one before it.
    else batch.whole = Math.min(batch.whole, Math.max(0, kept - (end.atLimit ? 1 : 2)));
  }

  #count(batch: HeaderBatch, i: number): void {
    const offset = batch.base + (batch.start[i] as number);
    if (offset < this.#counted) return;
    this.#counted = offset + 1;
    this.#uses?.noteText(batch.speaker[i] as number);
  }

  #isStranger(batch: HeaderBatch, i: number): boolean {
    const uses = (k: number): number => this.spoken[batch.speaker[k] as number] ?? 0;
    if (uses(i) !== 1 || batch.rule[i] !== PLAIN) return false;
    if (uses(i - 1) < LEAST_MESSAGES || uses(i + 1) < LEAST_MESSAGES) return false;
    if (batch.shape[i - 1] !== batch.shape[i] || batch.shape[i + 1] !== batch.shape[i]) return false;
    const [before, at, after] = [this.#time(batch, i - 1), this.#time(batch, i), this.#time(batch, i + 1)];
    if (before === NO_TIME || at === NO_TIME || after === NO_TIME) return false;
    return at < before && before <= after && after - before <= CLOSE_SECONDS;
  }

  /** The one time that a header can mean, NO_TIME when it can mean several or none. */
  #time(batch: HeaderBatch, i: number): number {
    this.#clock.look(batch, i);
    return this.#clock.other === NO_TIME ? this.#clock.at : NO_TIME;
  }
}

/** True where a person's words stand: what the app writes in their place has no second line. */
function isText(batch: HeaderBatch, i: number): boolean {
  return bodyKind(batch.bytes, batch.bodyStart[i] as number, batch.bodyEnd(i)).kind === 'text';
}
