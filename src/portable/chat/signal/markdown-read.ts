import type { DoubtLedger } from '../doubts.ts';
import { LineWalk } from '../lines/line-walk.ts';
import type { Reading, Zone } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, ClocksSeen, RecordPass } from '../records/record.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { textOf } from '../written-text.ts';
import { EqualMessages } from './equal-messages.ts';
import { type MarkdownHeader, markdownHeader } from './markdown-header.ts';
import { type HeldMessage, markdownRecord } from './markdown-record.ts';

/** Changes whenever the same bytes may read differently. */
export const SIGNAL_EXPORT_READER = 'signal-export-md/2';

const LF = 0x0a;
const CR = 0x0d;
/** A header without an empty line before it stands out where so many others to each have one. */
const USUAL_TO_ONE = 4;
const MOST_LISTED = 1000;

type Open = {
  readonly header: MarkdownHeader;
  readonly start: number;
  readonly secondLine: number;
  isLarge: boolean;
};

/** One walk through a `chat.md`. */
class MarkdownWalk {
  readonly unread = new UnreadSpans();
  readonly #lines: LineWalk;
  readonly #equal = new EqualMessages();
  readonly #forms = new Set<string>();
  /** Messages whose header has no empty line before it, of all but the first. */
  readonly #close: number[] = [];
  #spaced = 0;
  #closed = 0;
  #hasLarge = false;
  #lineEnds = { crlf: 0, lf: 0 };
  #messages = 0;
  #isAfterEmpty = false;

  constructor(source: ByteSource) {
    this.#lines = new LineWalk(source);
  }

  *records(): Generator<ChatRecord, void, undefined> {
    const lines = this.#lines;
    let open: Open | null = null;
    while (!this.unread.isFull && lines.next(open?.isLarge === false ? open.start : lines.end)) {
      if (open && lines.heldFrom > open.start) open.isLarge = true;
      const header = this.#header();
      if (header) {
        if (open) yield* this.#message(open, lines.start);
        this.#lookAround(header);
        open = { header, start: lines.start, secondLine: lines.end, isLarge: lines.heldFrom > lines.start };
      } else if (!open) this.#passOver();
      this.#lookAtEnd();
    }
    if (open) yield* this.#message(open, lines.end);
    this.unread.add([lines.end, lines.window.size]);
  }

  note(ledger: DoubtLedger): void {
    if (this.#lines.markBytes > 0) ledger.noteFile('byte-order-mark');
    if (this.#hasLarge) ledger.noteFile('message-too-large');
    if (this.#forms.size > 1) ledger.noteFile('mixed-header-shapes', [...this.#forms].sort().join('; '));
    if (this.#lineEnds.crlf > 0 && this.#lineEnds.lf > 0) ledger.noteFile('mixed-line-ends');
    if (this.#messages === 0) return;
    ledger.noteFile('zone-not-stated');
    ledger.noteFile('made-by-another-program');
    if (!this.#equal.wereSeen) ledger.noteFile('equal-messages-may-be-one');
    if (this.#closed * USUAL_TO_ONE <= this.#spaced)
      for (const n of this.#close) ledger.noteMessage('header-shape-differs', n);
  }

  /** The header at the beginning of the line stepped over last. */
  #header(): MarkdownHeader | null {
    const { start, end, heldFrom, window } = this.#lines;
    return heldFrom > start ? null : markdownHeader(window.bytes, start - window.base, end - window.base);
  }

  *#message(
    { header, start, secondLine, isLarge }: Open,
    end: number,
  ): Generator<ChatRecord, void, undefined> {
    if (isLarge) {
      this.#hasLarge = true;
      this.unread.add([start, end]);
      return;
    }
    const { bytes, base } = this.#lines.window;
    const places = { start: start - base, secondLine: secondLine - base, end: end - base };
    const held: HeldMessage = { header, bytes, base, ...places };
    const record = markdownRecord(held);
    this.#equal.look(record);
    this.#messages += 1;
    yield record;
  }

  /** A line before the first message; an empty one is nothing. */
  #passOver(): void {
    const { start, end, heldFrom, window } = this.#lines;
    const isHeld = heldFrom <= start;
    if (!isHeld) this.#hasLarge = true;
    if (!isHeld || textOf(window.bytes, start - window.base, end - window.base).trim() !== '')
      this.unread.add([start, end]);
  }

  /** `#messages` counts those before the one whose header this is, but for the one just ended when it was too large. */
  #lookAround({ form }: MarkdownHeader): void {
    this.#forms.add(form);
    if (this.#messages === 0) return;
    if (this.#isAfterEmpty) {
      this.#spaced += 1;
      return;
    }
    this.#closed += 1;
    if (this.#close.length < MOST_LISTED) this.#close.push(this.#messages);
  }

  #lookAtEnd(): void {
    const { start, end, window } = this.#lines;
    const { bytes, base } = window;
    if (bytes[end - 1 - base] !== LF) return;
    const isCrlf = bytes[end - 2 - base] === CR && end - 2 >= start;
    if (isCrlf) this.#lineEnds.crlf += 1;
    else this.#lineEnds.lf += 1;
    this.#isAfterEmpty = end - start === (isCrlf ? 2 : 1);
  }
}

function zoneOf({ localOnly }: ClocksSeen): Zone {
  if (localOnly === 0) return { basis: 'unknown', offsetsMinutes: [], statement: 'The file gives no times.' };
  const statement =
    'Times are as the computer showed them on which the file was made from the data of the app. Its zone is not in the file.';
  return { basis: 'converter-local', offsetsMinutes: [], statement };
}

function passOf(source: ByteSource): RecordPass {
  const walk = new MarkdownWalk(source);
  return {
    records: walk.records(),
    chats: [],
    unread: walk.unread.spans,
    finish: ledger => walk.note(ledger),
    zone: zoneOf,
  };
}

/** Reads a `chat.md` of the program signal-export. Any bytes give a reading, in linear time. */
export function readSignalExport(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'signal-export-md',
    reader: SIGNAL_EXPORT_READER,
    sizeBytes: source.size,
    walk: () => passOf(source),
  });
}
