import type { MessageKind } from '../reading.ts';
import { textOf } from '../written-text.ts';
import type { AngleBodies } from './angle-bodies.ts';
import type { BodyKind } from './body-kind.ts';
import { PLAIN_BODY } from './body-kind.ts';
import { BodyMemo } from './body-memo.ts';
import type { HeaderBatch } from './header-batch.ts';
import { NOBODY } from './names.ts';
import { LINE_RULES } from './speakers.ts';

/** One way to read a line. */
interface Possibility {
  readonly kind: MessageKind;
  /** Number of the name, or one of the marks of names.ts. */
  readonly speaker: number;
  readonly bodyStart: number;
}

/** How a message is read, by which rule, and how else it could be. */
export interface Verdict extends Possibility {
  readonly rule: string;
  readonly body: BodyKind;
  readonly other: Possibility | null;
}

/** Wording of the app's own notices in English. Only asked of lines that begin with the app's mark. */
const NOTICE =
  /end-to-end encrypted|\b(?:created|joined|left|added|removed|changed|turned (?:on|off)|pinned|blocked|unblocked|invited|deleted|updated|started|ended|reset|accepted|requested)\b|now an admin|security code|disappearing messages|business account|waiting for this message/i;

const NOTICE_BYTES = 240;
/** The rule of messages without any text. */
export const EMPTY_RULE = 'empty-body';

interface Spoken {
  readonly bytes: Uint8Array;
  readonly asPerson: Possibility;
  readonly body: BodyKind;
  readonly rule: string;
  readonly bodyEnd: number;
}

/** Reads messages whose bodies may be the app's, of one pass. */
export class Judgement {
  readonly #angles: AngleBodies;
  readonly #memo = new BodyMemo();

  constructor(angles: AngleBodies) {
    this.#angles = angles;
  }

  /** Reads message `i` of a batch, whose body ends before `bodyEnd`. */
  of(batch: HeaderBatch, i: number, bodyEnd: number): Verdict {
    const { bytes } = batch;
    const rule = LINE_RULES[batch.rule[i] as number] as (typeof LINE_RULES)[number];
    const bodyStart = batch.bodyStart[i] as number;
    const isSpoken = rule !== 'no-speaker' && rule !== 'quotation-open-in-name';
    if (isSpoken && isBlank(bytes, bodyStart, bodyEnd)) return emptyAt(bodyStart, batch.speaker[i] as number);
    const body = this.#memo.of(bytes, bodyStart, bodyEnd);
    if (rule === 'no-speaker') {
      const kind = body.kind === 'call' ? 'call' : 'system';
      return { kind, speaker: NOBODY, bodyStart, rule, body: { ...body, kind }, other: null };
    }
    if (body.kind !== 'text' && body.sure && rule !== 'quotation-open-in-name')
      return { kind: body.kind, speaker: batch.speaker[i] as number, bodyStart, rule: body.rule, body, other: null }; // prettier-ignore
    const asPerson = { kind: body.kind, speaker: batch.speaker[i] as number, bodyStart };
    if (rule === 'quotation-open-in-name') {
      const notice = { ...body, kind: 'system' as const, edited: false };
      const whole = batch.contentStart[i] as number;
      return { kind: 'system', speaker: NOBODY, bodyStart: whole, rule, body: notice, other: asPerson };
    }
    return judgeSpoken({ bytes, asPerson, body, rule, bodyEnd }, this.#angles);
  }
}

/** A line with a speaker: what a person said, or what the app wrote under their name. */
function judgeSpoken({ bytes, asPerson, body, rule, bodyEnd }: Spoken, angles: AngleBodies): Verdict {
  const { bodyStart } = asPerson;
  const { kind, speaker } = asPerson;
  if (kind !== 'text') {
    const other = body.sure ? null : ({ kind: 'text', speaker, bodyStart } as const);
    return { kind, speaker, bodyStart, rule: body.rule, body, other };
  }
  const asText = { kind, speaker, bodyStart };
  if (angles.isRepeated(bytes, bodyStart, bodyEnd)) {
    const guessed = { ...body, kind: 'media' as const };
    return { kind: 'media', speaker, bodyStart, rule: 'repeated-angle-phrase', body: guessed, other: asText };
  }
  if (beginsWithMark(bytes, bodyStart, bodyEnd)) {
    const sure = NOTICE.test(textOf(bytes, bodyStart, Math.min(bodyEnd, bodyStart + NOTICE_BYTES)));
    const markRule = sure ? 'mark-first-notice' : 'mark-first';
    return { kind: 'system', speaker, bodyStart, rule: markRule, body, other: sure ? null : asText };
  }
  return { kind, speaker, bodyStart, rule, body, other: null };
}

/** The app sends no empty message: what was sent is not in the export. */
function emptyAt(bodyStart: number, speaker: number): Verdict {
  return { kind: 'text', speaker, bodyStart, rule: EMPTY_RULE, body: PLAIN_BODY, other: null };
}

/** True when nothing stands in the text but direction marks. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] as number) >> 1 === 0x47)
    at += 3;
  return at >= end;
}

/** True for U+200E, which iOS puts before what the app writes itself. */
export function beginsWithMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start] === 0xe2 && bytes[start + 1] === 0x80 && bytes[start + 2] === 0x8e;
}
