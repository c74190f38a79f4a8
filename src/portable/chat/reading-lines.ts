import type { Detection } from './detect.ts';
import { count, flag, integer, listOf, mapOf, oneOf, orNull, record, span, text } from './line-shape.ts';
import type { Conversation, Doubt, Message, Period, Reading, Span, Speaker, Zone } from './reading.ts';

/** The first line: everything about the reading but its messages and spans. */
export interface ReadingHead {
  readonly type: 'reading';
  readonly format: string;
  readonly messages: number;
  readonly reader: string;
  readonly bytes: number;
  readonly unreadBytes: number;
  readonly kinds: Reading['kinds'];
  readonly period: Period | null;
  readonly speakers: readonly Speaker[];
  readonly dateOrder: Reading['dateOrder'];
  readonly zone: Zone;
  readonly conversations: readonly Conversation[];
  readonly doubts: readonly Doubt[];
  /**
   * What the item was taken for, and why: only where a confined reader hands its reading over, never in a reading that is
   * kept or leaves. Ask `decodeDetection` what it says.
   */
  readonly detection?: unknown;
}

/** One line of the contract in docs/formats/reading.md. */
export type ReadingLine =
  | ReadingHead
  | ({ readonly type: 'message' } & Message)
  | { readonly type: 'unread'; readonly span: Span }
  | { readonly type: 'envelope'; readonly span: Span };

const kind = oneOf('text', 'media', 'system', 'deleted', 'call', 'poll', 'location', 'contact', 'other');
const order = orNull(oneOf('DMY', 'MDY', 'YMD', 'YDM'));
const decided = {
  decision: oneOf('certain', 'inferred', 'undetermined', 'not-needed'),
  order,
  other: order,
  evidence: listOf(text),
};

const reasons = listOf(record({ code: text }, { count, form: text }));
const detection = record({
  format: text,
  confidence: oneOf('high', 'fair', 'low'),
  reasons,
  broken: orNull(text),
  runnersUp: listOf(record({ format: text, score: count, reasons })),
});

const SHAPES = {
  reading: record(
    {
      type: oneOf('reading'),
      format: text,
      messages: count,
      reader: text,
      bytes: count,
      unreadBytes: count,
      kinds: mapOf(count),
      period: orNull(record({ first: text, last: text })),
      speakers: listOf(record({ name: text, messages: count }, { id: text })),
      dateOrder: record({
        ...decided,
        segments: listOf(record({ shape: text, messages: count, ...decided })),
      }),
      zone: record({
        basis: oneOf(
          'utc',
          'exporter-local',
          'converter-local',
          'offset-in-file',
          'offset-from-both-clocks',
          'unknown',
        ),
        offsetsMinutes: listOf(integer),
        statement: text,
      }),
      conversations: listOf(
        record({ name: orNull(text), id: orNull(text), kind: orNull(text), messages: count }),
      ),
      doubts: listOf(
        record(
          { code: text, sentence: text, causes: listOf(text), count, messages: listOf(count) },
          { detail: text },
        ),
      ),
    },
    { detection },
  ),
  message: record(
    {
      type: oneOf('message'),
      n: count,
      kind,
      speaker: orNull(text),
      written: orNull(text),
      writtenText: text,
      instant: orNull(text),
      body: text,
      span,
      doubts: listOf(text),
      precision: oneOf('day', 'minute', 'second', 'millisecond', 'none'),
      rule: text,
    },
    {
      writtenOther: text,
      conversation: count,
      id: text,
      replyTo: text,
      edited: record({ written: orNull(text), instant: orNull(text) }, { earlier: listOf(text) }),
      action: text,
      attachments: listOf(
        record(
          { name: orNull(text), kind: orNull(text), included: flag, note: orNull(text) },
          { sha256: text, sizeBytes: count },
        ),
      ),
      call: record({
        media: orNull(oneOf('voice', 'video')),
        outcome: orNull(text),
        durationText: orNull(text),
        durationSeconds: orNull(count),
      }),
      continuations: listOf(span),
      speakerWritten: text,
      speakerId: text,
      otherReading: record({ kind, speaker: orNull(text), body: text }),
      repairs: listOf(record({ what: text, at: count, before: text, after: text })),
      extra: mapOf(text),
      reactions: listOf(record({ reaction: text, by: orNull(text) }, { count })),
      quote: text,
      forwardedFrom: text,
    },
  ),
  unread: record({ type: oneOf('unread'), span }),
  envelope: record({ type: oneOf('envelope'), span }),
};

function encodeLine(line: ReadingLine): string {
  return JSON.stringify(SHAPES[line.type].ordered(line));
}

function headOf({
  messages: _messages,
  unread: _unread,
  envelope: _envelope,
  ...head
}: Reading): ReadingHead {
  const { messageCount, ...rest } = head;
  return { ...rest, type: 'reading', messages: messageCount };
}

/**
 * The reading as JSON Lines without line ends: head, messages in file order, unread spans, envelope spans. The head carries
 * a detection where one is given, and it is of the format that was read.
 */
export function* encodeReadingLines(
  reading: Reading,
  detection: Detection | null = null,
): Generator<string, void, undefined> {
  const isOfIt = detection?.format === reading.format;
  yield encodeLine({ ...headOf(reading), ...(isOfIt ? { detection } : {}) });
  for (const message of reading.messages) yield encodeLine({ type: 'message', ...message });
  for (const span of reading.unread) yield encodeLine({ type: 'unread', span });
  for (const span of reading.envelope) yield encodeLine({ type: 'envelope', span });
}

export type DecodedLine =
  | { readonly ok: true; readonly line: ReadingLine }
  | { readonly ok: false; readonly reason: 'not-json' | 'not-a-reading-line' | 'not-canonical' };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapeFor(value: unknown): (typeof SHAPES)[ReadingLine['type']] | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  const { type } = value;
  return typeof type === 'string' && Object.hasOwn(SHAPES, type) ? SHAPES[type as ReadingLine['type']] : null;
}

/** Reads one line of our own contract. Accepts exactly what {@link encodeReadingLines} writes and nothing else. */
export function decodeReadingLine(text: string): DecodedLine {
  const value = parseJson(text);
  if (value === undefined) return { ok: false, reason: 'not-json' };
  const shape = shapeFor(value);
  if (!shape?.accepts(value)) return { ok: false, reason: 'not-a-reading-line' };
  if (JSON.stringify(shape.ordered(value)) !== text) return { ok: false, reason: 'not-canonical' };
  return { ok: true, line: value as ReadingLine };
}
