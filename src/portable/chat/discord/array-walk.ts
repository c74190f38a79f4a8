import { JsonFields } from '../json/fields.ts';
import { TextNotes } from '../json/text.ts';
import { JsonWalker } from '../json/walker.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { Span } from '../reading.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { byteOrderMarkBytes } from '../written-text.ts';

const OBJECT = 0x7b;
const BOM_BYTES = 3;

/** One object of the array, decoded as far as its members; good until the next step of the walk. */
export interface Element {
  readonly fields: JsonFields;
  readonly notes: TextNotes;
  /** The offset in the item of the first byte held. */
  readonly base: number;
  readonly span: Span;
}

/** A walk through a JSON document to an array of messages and over it, whole, cut off or broken. */
export class ArrayWalk {
  readonly json: JsonWalker;
  readonly unread = new UnreadSpans();
  /** True once the walk ended before the document did; the rest is unread. */
  isEnded = false;
  #hasMark = false;
  #isCutOff = false;
  #isBroken = false;
  #hasLarge = false;

  constructor(source: ByteSource) {
    this.json = new JsonWalker(source);
  }

  /** To the first value, over a byte order mark: the byte it begins with, -1 when there is none. */
  begin(): number {
    const { json } = this;
    json.window.hold(0, BOM_BYTES);
    json.at = byteOrderMarkBytes(json.window.bytes);
    this.#hasMark = json.at > 0;
    return json.peek();
  }

  /** The objects of the array that stands next. After a broken one it goes on at what begins like `beginning`. */
  *objects(beginning: RegExp): Generator<Element, void, undefined> {
    const { json } = this;
    if (!json.enter()) this.end(json.at);
    while (!this.isEnded && json.nextElement()) {
      const isObject = json.peek() === OBJECT;
      const from = json.at;
      const value = json.value();
      if (value !== null && isObject) yield this.#element(value);
      else if (value !== null) this.#passOver([from, json.at]);
      else this.#stopped(from, beginning);
    }
    if (!this.isEnded && json.stop !== null) this.end(json.at);
  }

  /** Ends the walk: what is behind `from` is unread. */
  end(from: number): void {
    this.isEnded = true;
    if (this.json.stop === 'cut-off') this.#isCutOff = true;
    else this.#isBroken = true;
    this.unread.add([from, this.json.window.size]);
  }

  /** At the end of the document: anything but blanks behind it is unread. */
  endDocument(): void {
    if (this.json.stop !== null || this.json.peek() >= 0) this.end(this.json.at);
    else this.isEnded = true;
  }

  note(ledger: DoubtLedger): void {
    if (this.#hasMark) ledger.noteFile('byte-order-mark');
    if (this.#isCutOff) ledger.noteFile('file-cut-off');
    if (this.#isBroken) ledger.noteFile('json-broken');
    if (this.#hasLarge) ledger.noteFile('message-too-large');
  }

  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  #element(value: Span): Element {
    const { base } = this.json.window;
    const notes = new TextNotes();
    const fields = new JsonFields(this.json.scanner, value, notes);
    return { fields, notes, base, span: [base + value[0], base + value[1]] };
  }

  #stopped(from: number, beginning: RegExp): void {
    const { json } = this;
    if (json.stop === 'too-large') {
      this.#hasLarge = true;
      this.#addUnread(json.large);
      return;
    }
    const passed = json.stop === 'broken' ? json.resume(beginning) : null;
    if (passed === null) this.end(from);
    else this.#passOver(passed);
  }

  #passOver(span: Span): void {
    this.#isBroken = true;
    this.#addUnread(span);
  }

  #addUnread(span: Span): void {
    this.unread.add(span);
    if (this.unread.isFull) this.end(span[1]);
  }
}
