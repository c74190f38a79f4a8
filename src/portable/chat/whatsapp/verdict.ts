import type { MessageKind } from '../reading.ts';
import { textOf } from '../written-text.ts';
import type { BodyKind } from './body-kind.ts';
import { bodyKind } from './body-kind.ts';
import type { HeaderTable } from './header-table.ts';
import type { Lines } from './speakers.ts';
import { LINE_RULES, NOBODY } from './speakers.ts';

interface Divided {
  readonly bytes: Uint8Array;
  readonly headers: HeaderTable;
  readonly lines: Lines;
}

/** One way to read a line. */
interface Possibility {
  readonly kind: MessageKind;
  /** Number of the name, or NOBODY. */
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
  /end-to-end encrypted|(?:created|joined|left|added|removed|changed|turned (?:on|off)|pinned|blocked|unblocked|invited|deleted|updated|started|ended|reset|accepted|requested)\b|now an admin|security code|disappearing messages|business account|waiting for this message/i;

const MARK_FIRST_BYTES = 120;

/** Reads message `n`, whose body ends before `bodyEnd`. */
export function judge({ bytes, headers, lines }: Divided, n: number, bodyEnd: number): Verdict {
  const speaker = lines.speaker.at(n);
  const bodyStart = lines.bodyStart.at(n);
  const rule = LINE_RULES[lines.rule.at(n)] as (typeof LINE_RULES)[number];
  const body = bodyKind(bytes, bodyStart, bodyEnd);
  const asPerson = { kind: body.kind, speaker, bodyStart };
  if (rule === 'no-speaker') {
    const kind = body.kind === 'call' ? 'call' : 'system';
    return { kind, speaker: NOBODY, bodyStart, rule, body: { ...body, kind }, other: null };
  }
  if (rule === 'quotation-open-in-name') {
    const whole = headers.contentStart.at(n);
    const notice = { ...body, kind: 'system' as const, edited: false };
    return { kind: 'system', speaker: NOBODY, bodyStart: whole, rule, body: notice, other: asPerson };
  }
  if (body.kind === 'text' && beginsWithMark(bytes, bodyStart, bodyEnd)) {
    const sure = NOTICE.test(textOf(bytes, bodyStart, Math.min(bodyEnd, bodyStart + MARK_FIRST_BYTES)));
    const markRule = sure ? 'mark-first-notice' : 'mark-first';
    return { ...asPerson, kind: 'system', rule: markRule, body, other: sure ? null : asPerson };
  }
  return { ...asPerson, rule: body.rule === 'text' ? rule : body.rule, body, other: null };
}

/** True for U+200E, which iOS puts before what the app writes itself. */
function beginsWithMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start] === 0xe2 && bytes[start + 1] === 0x80 && bytes[start + 2] === 0x8e;
}
