import { Column } from '../column.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { MessageKind, Period, Precision, Speaker } from '../reading.ts';
import { SpeakerCount } from '../speaker-count.ts';
import { isUtf8 } from '../written-text.ts';
import type { Findings } from './findings.ts';
import { bodyEndOf, spanOf } from './findings.ts';
import { NOBODY } from './speakers.ts';
import type { Verdict } from './verdict.ts';
import { isPlain, judge } from './verdict.ts';

/** What is known of a file once every message was looked at. */
export interface Survey {
  readonly kinds: Partial<Record<MessageKind, number>>;
  readonly period: Period | null;
  readonly speakers: Speaker[];
  /** 1 for messages that need not be judged again. */
  readonly plain: Column;
}

interface Clocked {
  readonly seconds: number;
  readonly precision: Precision;
}

/** Looks at every message once: counts, period, and the doubts of single messages. */
export class Surveyor {
  readonly #findings: Findings;
  readonly #ledger: DoubtLedger;
  readonly #kinds: Partial<Record<MessageKind, number>> = {};
  readonly #bySpeaker: number[] = [];
  readonly #plain = new Column();
  readonly #validUtf8: boolean;
  readonly #hasNul: boolean;
  #first: Clocked | null = null;
  #last: Clocked | null = null;
  #before: number | null = null;

  constructor(findings: Findings, ledger: DoubtLedger) {
    this.#findings = findings;
    this.#ledger = ledger;
    this.#validUtf8 = isUtf8(findings.bytes);
    this.#hasNul = findings.bytes.includes(0);
  }

  survey(): Survey {
    const { headers, lines } = this.#findings;
    for (let n = 0; n < headers.length; n++) this.#look(n);
    for (let n = 0; n < headers.length; n++) {
      if (this.#bySpeaker[lines.speaker.at(n)] === 1) this.#lookAtLoneSpeaker(n);
    }
    const { precision } = this.#first ?? { precision: 'none' as const };
    const period =
      this.#first && this.#last
        ? {
            first: this.#findings.clock.written(this.#first.seconds, precision),
            last: this.#findings.clock.written(this.#last.seconds, this.#last.precision),
          }
        : null;
    return { kinds: this.#kinds, period, speakers: this.#speakers(), plain: this.#plain };
  }

  #look(n: number): void {
    const verdict = judge(this.#findings, n, bodyEndOf(this.#findings, n));
    this.#plain.push(isPlain(verdict) ? 1 : 0);
    this.#kinds[verdict.kind] = (this.#kinds[verdict.kind] ?? 0) + 1;
    if (verdict.speaker !== NOBODY && verdict.kind !== 'system') {
      this.#bySpeaker[verdict.speaker] = (this.#bySpeaker[verdict.speaker] ?? 0) + 1;
    }
    this.#doubtVerdict(n, verdict);
    this.#doubtBytes(n);
    this.#clock(n);
  }

  #doubtVerdict(n: number, { other, rule }: Verdict): void {
    if (rule === 'repeated-angle-phrase') this.#ledger.noteMessage('placeholder-guessed', n);
    else if (other || rule === 'known-speaker-without-space') this.#ledger.noteMessage('system-or-user', n);
    if (rule === 'name-with-colon') this.#ledger.noteMessage('speaker-has-colon', n);
  }

  #doubtBytes(n: number): void {
    if (this.#validUtf8 && !this.#hasNul) return;
    const { bytes } = this.#findings;
    const [start, end] = spanOf(this.#findings, n);
    if (!this.#validUtf8 && !isUtf8(bytes, start, end)) this.#ledger.noteMessage('invalid-utf8', n);
    if (this.#hasNul && bytes.subarray(start, end).includes(0)) this.#ledger.noteMessage('nul-bytes', n);
  }

  #clock(n: number): void {
    const { at: seconds, precision, misfit } = this.#findings.clock.timesOf(n);
    if (misfit) this.#ledger.noteMessage('date-order-conflict', n);
    if (this.#findings.headers.openHour.at(n) === 1) this.#ledger.noteMessage('day-period-not-understood', n);
    if (seconds === null) {
      this.#ledger.noteMessage('date-not-understood', n);
      return;
    }
    const { latest } = this.#findings.limits;
    if (latest !== null && seconds >= (latest + 1) * 86_400)
      this.#ledger.noteMessage('date-after-sealing', n);
    if (this.#before !== null && seconds < this.#before) this.#ledger.noteMessage('time-goes-backwards', n);
    this.#before = seconds;
    if (!this.#first || seconds < this.#first.seconds) this.#first = { seconds, precision };
    if (!this.#last || seconds > this.#last.seconds) this.#last = { seconds, precision };
  }

  /** Somebody who speaks once, out of order: perhaps a header that stands inside another message. */
  #lookAtLoneSpeaker(n: number): void {
    const { at } = this.#findings.clock.timesOf(n);
    const before = n > 0 ? this.#findings.clock.timesOf(n - 1).at : null;
    const after = n + 1 < this.#findings.headers.length ? this.#findings.clock.timesOf(n + 1).at : null;
    if (at === null) return;
    if ((before !== null && at < before) || (after !== null && at > after)) {
      this.#ledger.noteMessage('speaker-appears-once', n);
    }
  }

  #speakers(): Speaker[] {
    const counts = new SpeakerCount();
    this.#bySpeaker.forEach((messages, id) => {
      counts.add(this.#findings.lines.nameText(id), null, messages);
    });
    return counts.list();
  }
}
