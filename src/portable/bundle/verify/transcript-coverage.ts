import { decodeReadingLine, tilesExactly } from '../../chat/index.ts';
import type { ReadingHead, ReadingLine, Span } from '../../chat/index.ts';
import type { TextLine } from './text-lines.ts';

const MAX_FAULTS = 20;
/** Lines stand in this order: one head, then messages, unread spans and envelope spans. */
const ORDER = ['reading', 'message', 'unread', 'envelope'];

/** Takes a transcript line by line and says at its end whether its spans account for every byte of the item. */
export class CoverageCheck {
  readonly faults: string[] = [];
  #head: ReadingHead | null = null;
  #messages = 0;
  #unreadBytes = 0;
  #rank = 0;
  readonly #spans: Span[] = [];
  readonly #label: string;

  constructor(label: string) {
    this.#label = label;
  }

  #fault(sentence: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push(`${this.#label}: ${sentence}`);
  }

  /** The line decoded; null when it cannot be. */
  take({ number, text }: TextLine): ReadingLine | null {
    const decoded = text === null ? null : decodeReadingLine(text);
    if (!decoded?.ok) {
      this.#fault(`line ${number} is not a line of a reading.`);
      return null;
    }
    const { line } = decoded;
    const rank = ORDER.indexOf(line.type);
    if (rank < this.#rank || (number === 1) !== (rank === 0)) this.#fault(`line ${number} is out of place.`);
    this.#rank = rank;
    this.#count(line);
    return line;
  }

  #count(line: ReadingLine): void {
    if (line.type === 'reading') {
      this.#head = line;
      // A reader's word about how it found the format is of a version of the whole program, and nobody can check it.
      if (line.detection !== undefined) this.#fault('its first line says more than a transcript may.');
      return;
    }
    this.#spans.push(line.span);
    if (line.type === 'unread') this.#unreadBytes += line.span[1] - line.span[0];
    if (line.type !== 'message') return;
    if (line.n !== this.#messages)
      this.#fault(`message ${line.n + 1} stands where message ${this.#messages + 1} should.`);
    this.#messages += 1;
  }

  /** Called after the last line, with what bundle.json says of the reader and how large the item is. */
  end(reader: string, sizeBytes: number): void {
    const head = this.#head;
    if (!head) return this.#fault('it has no first line.');
    if (head.reader !== reader)
      this.#fault(`it was made by ${head.reader}, not by ${reader} as bundle.json says.`);
    if (head.bytes !== sizeBytes) this.#fault(`it is of ${head.bytes} bytes, and the item has ${sizeBytes}.`);
    if (head.messages !== this.#messages) {
      this.#fault(`it says ${head.messages} messages and holds ${this.#messages}.`);
    }
    if (head.unreadBytes !== this.#unreadBytes) {
      this.#fault(`it says ${head.unreadBytes} bytes are unread and lists ${this.#unreadBytes}.`);
    }
    if (!tilesExactly(this.#spans, sizeBytes))
      this.#fault('its spans leave out bytes of the item, or overlap.');
  }
}
