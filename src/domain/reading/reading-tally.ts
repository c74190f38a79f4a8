import { decodeDetection } from '#portable/chat/index.ts';
import type { Detection, ReadingHead, ReadingLine, Span } from '#portable/chat/index.ts';
import type { ItemBytes } from '../sealing/index.ts';
import { soughtForm } from '../search/index.ts';
import { boundedHead } from './bounded-head.ts';
import { Covered } from './covered.ts';
import { DayCounts } from './day-counts.ts';
import { CameSoFar } from './partial-head.ts';
import { plainLines } from './plain-lines.ts';
import type { FinishedReading, StoredLine } from './ports.ts';
import { ReadingFailed } from './reading-failed.ts';

/** Bytes of one message; no reader holds a longer one. */
const MOST_MESSAGE_BYTES = 1 << 26;
/** Bytes of an unread span that are kept with it; pages show fewer. */
const UNREAD_KEPT_BYTES = 1 << 16;

/**
 * Turns the reader's lines into stored lines, and counts as they pass. Used for one reading. The head is stored last, as line
 * 0: of a reading that was cut off it says what is there.
 */
export class ReadingTally {
  readonly #item: Pick<ItemBytes, 'sizeBytes' | 'slice'>;
  readonly #covered = new Covered();
  #head: ReadingHead | null = null;
  #headText = '';
  #detection: Detection | null = null;
  #came: CameSoFar | null = null;
  #days = new DayCounts([]);
  #messages = 0;
  #unreadBytes = 0;
  #seq = 1;
  #isPartial = false;

  constructor(item: Pick<ItemBytes, 'sizeBytes' | 'slice'>) {
    this.#item = item;
  }

  /** Whether a reading has begun that could stand without its end. */
  get hasMessages(): boolean {
    return this.#messages > 0;
  }

  /** What the reader said the item was taken for; null when it said nothing that is understood. */
  get detection(): Detection | null {
    return this.#detection;
  }

  /** The stored form of one decoded line; `text` is the line exactly as the reader wrote it. Null for the head, until the end. */
  async take(line: ReadingLine, text: string): Promise<StoredLine | null> {
    if (line.type === 'reading') {
      if (this.#head !== null) throw new ReadingFailed('The reader wrote two heads.');
      this.#takeHead(line, text);
      return null;
    }
    const seq = this.#seq++;
    this.#covered.add(line.span);
    if (line.type !== 'message') {
      const isUnread = line.type === 'unread';
      if (isUnread) this.#unreadBytes += line.span[1] - line.span[0];
      const raw = isUnread ? await this.#bytes(line.span, UNREAD_KEPT_BYTES) : null;
      return { seq, line: text, n: null, day: null, sought: null, raw };
    }
    if (line.span[1] - line.span[0] > MOST_MESSAGE_BYTES)
      throw new ReadingFailed('The reader made one message of more bytes than a reader holds.');
    const raw = await this.#bytes(line.span, MOST_MESSAGE_BYTES);
    this.#messages += 1;
    this.#came?.add(line);
    const day = dayOf(line.written);
    if (day !== null) this.#days.add(day, line.speaker ?? '');
    return { seq, line: text, n: line.n, day, sought: soughtForm(line.body), raw };
  }

  /** How the format was found is kept beside the reading: it is of this program as a whole, and no part of what is sealed. */
  #takeHead({ detection, ...head }: ReadingHead, text: string): void {
    const said = decodeDetection(detection);
    this.#detection = said?.format === head.format ? said : null;
    this.#head = head;
    this.#headText = detection === undefined ? text : JSON.stringify(head);
    this.#came = new CameSoFar(head);
    this.#days = new DayCounts(head.speakers.map(({ name }) => name));
  }

  /** What comes after the last line of a whole reading. */
  *end(): Generator<StoredLine> {
    if (this.#head === null) throw new ReadingFailed('The reader wrote no head.');
    if (this.#head.messages !== this.#messages)
      throw new ReadingFailed('The reader counted other messages than it wrote.');
    yield this.#headLine();
  }

  /** What comes after the last line of a reading that was cut off, for `why`: the unread rest, and a head that says so. */
  async *cutOff(why: string): AsyncGenerator<StoredLine> {
    const rest = this.#covered.rest(this.#item.sizeBytes);
    if (this.#head === null || rest === null) throw new ReadingFailed(why, this.#detection);
    this.#isPartial = true;
    let unreadBytes = this.#unreadBytes;
    for (const span of rest) {
      unreadBytes += span[1] - span[0];
      this.#seq = yield* plainLines(this.#item, span, this.#seq);
    }
    this.#head = this.#came?.head(this.#head, { messages: this.#messages, unreadBytes, why }) ?? this.#head;
    this.#headText = JSON.stringify(this.#head);
    yield this.#headLine();
  }

  #headLine(): StoredLine {
    return { seq: 0, line: this.#headText, ...{ n: null, day: null, sought: null, raw: null } };
  }

  /** What is kept of the reading as a whole. Order: after the last line of `end` or `cutOff`. */
  finished(): FinishedReading {
    const head = this.#head === null ? null : boundedHead(this.#head);
    return {
      state: 'read',
      format: head?.format ?? null,
      reason: null,
      messages: this.#messages,
      summary: head === null ? null : JSON.stringify(head),
      days: this.#days.list(),
      leftOut: {
        speakers: (this.#head?.speakers.length ?? 0) - (head?.speakers.length ?? 0),
        conversations: (this.#head?.conversations.length ?? 0) - (head?.conversations.length ?? 0),
        ...this.#days.leftOut(),
      },
      partial: this.#isPartial,
      detection: this.#detection,
    };
  }

  #bytes([start, end]: Span, most: number): Promise<Uint8Array> {
    return this.#item.slice(start, Math.min(end, start + most));
  }
}

/** The calendar day of a written time; null for none, and for a day that no calendar has. */
function dayOf(written: string | null): string | null {
  const day = written === null ? null : /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  if (day === undefined || day === null || day.startsWith('0000')) return null;
  if (day === lastDay) return day;
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(day)) return null;
  lastDay = day;
  return day;
}

/** The day found good last: most messages are written on the day of the one before. */
let lastDay = '';
