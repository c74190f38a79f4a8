import type { DayLimits } from '../clocks/date-tally.ts';
import type { MessageKind } from '../reading.ts';
import { isUtf8 } from '../written-text.ts';
import type { AngleBodies } from './angle-bodies.ts';
import { isCleanText } from './clean-text.ts';
import { HOLDS_OTHER_STYLE, type HeaderBatch } from './header-batch.ts';
import type { HeaderClock } from './header-clock.ts';
import { NO_TIME } from './header-clock.ts';
import { MediaWatch } from './media-watch.ts';
import { BIT } from './message-doubts.ts';
import { isPlainBody } from './plain-body.ts';
import { PLAIN } from './speakers.ts';
import type { Verdict } from './verdict.ts';
import { beginsWithMark, EMPTY_RULE, Judgement } from './verdict.ts';

const DAY_SECONDS = 86_400;

/** What a walk through the messages is told. */
export interface WalkRules {
  readonly clock: HeaderClock;
  readonly angles: AngleBodies;
  readonly limits: DayLimits;
  /** By shape, whether few headers have it. */
  readonly rareShapes: ReadonlySet<number>;
  /** Nearly all lines for files begin with the mark of the app. */
  readonly isMarkExpected: boolean;
}

/**
 * Goes through the messages of one pass in file order and says of each what it is, when it was, and what is doubtful about
 * it. The fields hold those of the message looked at last. Survey and messages both come from here, and so agree.
 */
export class MessageWalk {
  kind: MessageKind = 'text';
  speaker = 0;
  bodyStart = 0;
  bodyEnd = 0;
  /** Null for a person's plain words. */
  verdict: Verdict | null = null;
  doubts = 0;
  /** The bytes of the batch are well-formed UTF-8 without zero bytes. */
  isClean = true;
  readonly clock: HeaderClock;
  readonly media = new MediaWatch();
  /** True when the message looked at last names a media file, of which `media` speaks. */
  hasFile = false;
  /** Lines for media files so far, with the mark of the app before them and without. */
  markedFiles = 0;
  unmarkedFiles = 0;

  #n = 0;
  readonly #rules: WalkRules;
  readonly #latest: number;
  readonly #judgement: Judgement;
  #before = NO_TIME;

  constructor(rules: WalkRules) {
    this.#rules = rules;
    this.clock = rules.clock;
    this.#judgement = new Judgement(rules.angles);
    const { latest } = rules.limits;
    this.#latest = latest === null ? Number.POSITIVE_INFINITY : (latest + 1) * DAY_SECONDS;
  }

  /** Begins a batch. */
  enter(batch: HeaderBatch): void {
    const { bytes, whole, strange } = batch;
    this.isClean = true;
    for (let i = 0; i < whole; i++)
      if (strange[i] !== 0 && !isCleanText(bytes, batch.view, batch.start[i] as number, batch.end(i)))
        this.isClean = false;
  }

  look(batch: HeaderBatch, i: number): void {
    const start = batch.bodyStart[i] as number;
    const end = batch.bodyEnd(i);
    this.bodyEnd = end;
    this.doubts = 0;
    this.hasFile = false;
    const lineEnd = batch.lineEnd[i] as number;
    if (batch.rule[i] === PLAIN && isPlainBody(batch.bytes, start, lineEnd, end)) {
      // prettier-ignore
      this.verdict = null;
      this.kind = 'text';
      this.speaker = batch.speaker[i] as number;
      this.bodyStart = start;
    } else this.#judge(batch, i);
    this.#lookAtTime(batch, i);
    if (this.verdict !== null) this.#lookAtMedia(batch, this.verdict);
    this.#n += 1;
    if (batch.holds[i] !== 0 || batch.pasted.size > 0) this.#lookAtHeld(batch, i);
    if (!this.isClean) this.#lookAtBytes(batch, i);
    if (this.#rules.rareShapes.size > 0 && this.#rules.rareShapes.has(batch.shape[i] as number))
      this.doubts |= BIT['header-shape-differs'];
  }

  #judge(batch: HeaderBatch, i: number): void {
    const verdict = this.#judgement.of(batch, i, this.bodyEnd);
    this.verdict = verdict;
    this.kind = verdict.kind;
    this.speaker = verdict.speaker;
    this.bodyStart = verdict.bodyStart;
    const { rule, other, body } = verdict;
    if (rule === EMPTY_RULE || verdict.kind === 'other') this.doubts |= BIT['content-not-in-export'];
    if (rule === 'repeated-angle-phrase' || body.isGuessed) this.doubts |= BIT['placeholder-guessed'];
    else if (other || rule === 'known-speaker-without-space') this.doubts |= BIT['system-or-user'];
    if (rule === 'name-with-colon') this.doubts |= BIT['speaker-has-colon'];
  }

  #lookAtMedia({ bytes }: HeaderBatch, { kind, body }: Verdict): void {
    if (kind !== 'media' && kind !== 'contact') return;
    if (body.rule === 'phrase' || body.rule === 'file-name') {
      const isMarked = beginsWithMark(bytes, this.bodyStart, this.bodyEnd);
      if (isMarked) this.markedFiles += 1;
      else this.unmarkedFiles += 1;
      if (!isMarked && this.#rules.isMarkExpected) this.doubts |= BIT['media-mark-missing'];
    }
    if (body.file === null) return;
    this.hasFile = true;
    this.media.look(body.file, this.#n);
    const { day, skipped } = this.media;
    const written = this.clock.other === NO_TIME ? this.clock.day : null;
    if (day !== null && written !== null && Math.abs(day - written) > 1)
      this.doubts |= BIT['media-date-differs'];
    if (skipped !== null) this.doubts |= BIT['media-numbers-absent'];
  }

  #lookAtTime(batch: HeaderBatch, i: number): void {
    const { clock } = this;
    clock.look(batch, i);
    if (clock.misfit) this.doubts |= BIT['date-order-conflict'];
    if (batch.openHour[i] === 1) this.doubts |= BIT['day-period-not-understood'];
    if (clock.at === NO_TIME) {
      this.doubts |= BIT['date-not-understood'];
      return;
    }
    if (clock.at >= this.#latest) this.doubts |= BIT['date-after-sealing'];
    if (clock.at < this.#before) this.doubts |= BIT['time-goes-backwards'];
    this.#before = clock.at;
  }

  #lookAtHeld(batch: HeaderBatch, i: number): void {
    if (batch.holds[i] === HOLDS_OTHER_STYLE) this.doubts |= BIT['header-like-line'];
    if (batch.pasted.has(i)) this.doubts |= BIT['header-like-body-line'];
  }

  #lookAtBytes(batch: HeaderBatch, i: number): void {
    const [start, end] = [batch.start[i] as number, batch.end(i)];
    if (batch.strange[i] === 0 || isCleanText(batch.bytes, batch.view, start, end)) return;
    if (!isUtf8(batch.bytes, start, end)) this.doubts |= BIT['invalid-utf8'];
    if (batch.bytes.subarray(start, end).includes(0)) this.doubts |= BIT['nul-bytes'];
  }
}
