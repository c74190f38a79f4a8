import type { TextNotes } from '../json/text.ts';
import type { DoubtCode } from '../doubts.ts';
import type { ChatRecord } from '../records/record.ts';
import type { Conversations } from './conversations.ts';
import type { Element } from './element.ts';
import { timeOfNumber } from './times.ts';

const DAY_MS = 86_400_000;

/** What a message is made from besides its own attributes. */
export interface Around {
  readonly span: readonly [number, number];
  readonly notes: TextNotes;
  readonly conversations: Conversations;
}

/** What the three kinds of message share. */
export type Base = Pick<
  ChatRecord,
  'span' | 'writtenText' | 'localMs' | 'utcMs' | 'precision' | 'repairs'
> & {
  readonly doubts: DoubtCode[];
};

/** The time of an element, what was noticed while it was decoded, and the doubts of both. */
export function baseOf(element: Element, { span, notes }: Around): Base {
  const time = timeOfNumber(element.text('date'), 'millisecond');
  // The clock of an MMS counts seconds; the app writes three zeros behind them.
  const isWholeSecond = element.name === 'mms' && time !== null && time.ms % 1000 === 0;
  return {
    span,
    writtenText: element.written('date') ?? '',
    localMs: null,
    utcMs: time?.ms ?? null,
    precision: isWholeSecond ? 'second' : (time?.precision ?? 'none'),
    doubts: [...(time?.isOtherUnit === true ? (['time-unit-chosen'] as const) : []), ...textDoubts(notes)],
    ...(notes.repairs.length > 0 ? { repairs: notes.repairs } : {}),
  };
}

function textDoubts({ repairs, invalidUtf8, loneSurrogate }: TextNotes): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (invalidUtf8) doubts.push('invalid-utf8');
  if (loneSurrogate) doubts.push('lone-surrogate');
  if (repairs.some(({ what }) => what !== 'unknown-reference')) doubts.push('xml-repaired');
  if (repairs.some(({ what }) => what === 'unknown-reference')) doubts.push('reference-not-expanded');
  return doubts;
}

/** The second time of a message, in `unit` unless its size says otherwise: whether it is more than a day from the first. */
export function sentTimeDiffers(
  element: Element,
  unit: 'second' | 'millisecond',
  utcMs: number | null,
): boolean {
  const sent = timeOfNumber(element.text('date_sent'), unit);
  return sent !== null && utcMs !== null && Math.abs(sent.ms - utcMs) > DAY_MS;
}

/** The attributes that are not interpreted, as a message carries them. */
export function extraOf(rest: readonly (readonly [string, string])[]): Pick<ChatRecord, 'extra'> {
  return rest.length > 0 ? { extra: Object.fromEntries(rest) } : {};
}
