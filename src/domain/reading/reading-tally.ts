import type { ReadingLine } from '#portable/chat/index.ts';
import { boundedHead } from './bounded-head.ts';
import { DayCounts } from './day-counts.ts';
import type { LeftOut } from './left-out.ts';
import type { DayCount, StoredLine } from './ports.ts';

/** Turns the reader's lines into stored lines, and counts days and speakers as they pass. Used for one reading. */
export class ReadingTally {
  summary: string | null = null;
  format: string | null = null;
  messages = 0;
  readonly #bytes: Uint8Array;
  #days = new DayCounts([]);
  #left = { speakers: 0, conversations: 0 };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The stored form of one decoded line; `text` is the line exactly as the reader wrote it. */
  take(line: ReadingLine, text: string): StoredLine {
    if (line.type === 'reading') {
      const head = boundedHead(line);
      this.summary = JSON.stringify(head);
      this.format = head.format;
      this.#days = new DayCounts(line.speakers.map(({ name }) => name));
      this.#left = {
        speakers: line.speakers.length - head.speakers.length,
        conversations: line.conversations.length - head.conversations.length,
      };
      return { line: text, n: null, day: null, raw: null };
    }
    const raw = this.#bytes.subarray(line.span[0], line.span[1]);
    if (line.type !== 'message')
      return { line: text, n: null, day: null, raw: line.type === 'unread' ? raw : null };
    this.messages += 1;
    const day = dayOf(line.written);
    if (day !== null) this.#days.add(day, line.speaker ?? '');
    return { line: text, n: line.n, day, raw };
  }

  days(): DayCount[] {
    return this.#days.list();
  }

  leftOut(): LeftOut {
    return { ...this.#left, ...this.#days.leftOut() };
  }
}

/** The calendar day of a written time; null for none, and for a day that no calendar has. */
function dayOf(written: string | null): string | null {
  const day = written === null ? null : /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  if (day === undefined || day === null || day.startsWith('0000')) return null;
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(day) ? null : day;
}
