// Collects the bytes of a chat file and, in the same breath, the truth about them.
import { createHash } from 'node:crypto';
import type { ChatEvent } from './chat-event.ts';
import type { ChatTruth, Span, Trap, TruthKind, TruthMessage } from './chat-truth.ts';
import { instantText, isRepeatedHour, londonWall, wallText } from './london-clock.ts';

/** What is known of a file before its first byte. */
export type TruthFrame = Pick<
  ChatTruth,
  'format' | 'dateOrder' | 'dateOrderAmbiguous' | 'precision' | 'zone' | 'lineEnd'
>;

/** The parts of one entry as written: everything before the body, the body, everything after it. */
export interface EntryText {
  readonly before: string;
  readonly body: string;
  readonly after: string;
  /** The body as a reader should give it, where that is not `body` itself (escaped in JSON). */
  readonly plainBody?: string;
  readonly speaker: string | null;
}

export interface ChatDraft {
  /** Writes one entry and records it. */
  entry(event: ChatEvent, text: EntryText): void;
  /** Writes bytes that belong to no message. */
  envelope(text: string): void;
  finish(): { bytes: Uint8Array; truth: ChatTruth };
}

const LONG_SILENCE_SECONDS = 2 * 86400;
const IMITATION = /\n\[?\d{1,2}\/\d{1,2}\/\d{2,4}, /;
const JOINED_EMOJI = /\p{Emoji}\u200d\p{Emoji}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** Opens an empty file. */
export function chatDraft(frame: TruthFrame): ChatDraft {
  const pieces: string[] = [];
  const messages: TruthMessage[] = [];
  const envelope: Span[] = [];
  let size = 0;
  let last: ChatEvent | undefined;
  const put = (text: string): Span => {
    pieces.push(text);
    const start = size;
    size += Buffer.byteLength(text);
    return [start, size];
  };
  const entry = (event: ChatEvent, text: EntryText) => {
    const before = put(text.before);
    const bodySpan = put(text.body);
    const after = put(text.after);
    messages.push({
      n: messages.length,
      kind: event.kind,
      speaker: text.speaker,
      written: wallText(londonWall(event.at), frame.precision),
      instant: instantText(event.at),
      body: text.plainBody ?? text.body,
      span: [before[0], after[1]],
      bodySpan,
      traps: trapsOf(event, last, text),
    });
    last = event;
  };
  return {
    entry,
    envelope: text => void envelope.push(put(text)),
    finish() {
      const bytes = new TextEncoder().encode(pieces.join(''));
      return { bytes, truth: { ...frame, ...measured(bytes), messages, envelope, ...summary(messages) } };
    },
  };
}

function measured(bytes: Uint8Array): Pick<ChatTruth, 'sizeBytes' | 'digestHex'> {
  return { sizeBytes: bytes.length, digestHex: createHash('sha256').update(bytes).digest('hex') };
}

function trapsOf(event: ChatEvent, last: ChatEvent | undefined, text: EntryText): Trap[] {
  const traps: Trap[] = [];
  const since = last === undefined ? 0 : event.at - last.at;
  if (event.edited === true) traps.push('edited');
  if (since >= LONG_SILENCE_SECONDS) traps.push('gap-before');
  if (since < 0) traps.push('goes-back');
  if (IMITATION.test(event.body)) traps.push('imitates-header');
  if (JOINED_EMOJI.test(event.body)) traps.push('joined-emoji');
  if (event.body.includes('\n')) traps.push('many-lines');
  if (text.speaker?.startsWith('+') === true) traps.push('phone-number-name');
  if (isRepeatedHour(event.at)) traps.push('repeated-hour');
  if (ARABIC.test(text.speaker ?? '') || ARABIC.test(text.body)) traps.push('right-to-left');
  if (event.body.includes('[withheld:')) traps.push('withheld');
  return traps;
}

function summary(
  messages: readonly TruthMessage[],
): Pick<ChatTruth, 'counts' | 'firstWritten' | 'lastWritten'> {
  const byKind: Record<TruthKind, number> = { text: 0, media: 0, system: 0, deleted: 0, call: 0 };
  const bySpeaker: Record<string, number> = {};
  for (const message of messages) {
    byKind[message.kind] += 1;
    if (message.speaker !== null) bySpeaker[message.speaker] = (bySpeaker[message.speaker] ?? 0) + 1;
  }
  return {
    counts: { messages: messages.length, byKind, bySpeaker },
    firstWritten: messages[0]?.written ?? '',
    lastWritten: messages.at(-1)?.written ?? '',
  };
}
