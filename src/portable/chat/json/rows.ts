import type { DoubtLedger } from '../doubts.ts';
import type { Span } from '../reading.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import { type ByteSource, endsOf } from '../source/byte-source.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { JsonWalker } from './walker.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;

/**
 * An export that is one JSON object with its messages in arrays: walks it once, gives each message's bytes, and keeps what
 * cannot be read.
 */
export class JsonRows {
  readonly walker: JsonWalker;
  /** Complete once `members` has ended. */
  readonly unread = new UnreadSpans();
  readonly #beginning: RegExp;
  readonly #markBytes: number;
  #isCutOff = false;
  #isBroken = false;
  #hasTooLarge = false;

  /** `beginning`: how a message begins, for going on behind broken bytes. */
  constructor(source: ByteSource, beginning: RegExp) {
    this.walker = new JsonWalker(source);
    this.#beginning = beginning;
    this.#markBytes = byteOrderMarkBytes(endsOf(source, 3).head);
    this.walker.at = this.#markBytes;
  }

  /** The keys of the outermost object; the value of each stands next in the walker and must be stepped over. */
  *members(): Generator<string, void, undefined> {
    const { walker } = this;
    const isObject = walker.peek() === OBJECT && walker.enter();
    if (isObject) for (let key = walker.nextMember(); key !== null; key = walker.nextMember()) yield key;
    this.#end(isObject);
  }

  /** Whether an array stands next, whose objects can be asked for. */
  get isArray(): boolean {
    return this.walker.peek() === ARRAY;
  }

  /** The objects of the array that stands next, as places in `walker.window.bytes` that are good until the next one. */
  *objects(): Generator<Span, void, undefined> {
    const { walker } = this;
    if (!walker.enter()) return;
    while (walker.nextElement()) {
      const from = walker.at;
      const value = walker.value();
      if (value === null) {
        if (!this.#goOnAfter(from)) return;
      } else if (walker.window.bytes[value[0]] === OBJECT) yield value;
      else this.#keepBroken([walker.window.base + value[0], walker.window.base + value[1]]);
      if (this.unread.isFull) walker.stop = 'broken';
    }
  }

  /** Ends the walk before its time: everything from this offset on, the start of a value, is unread. */
  leaveFrom(at: number): void {
    this.walker.at = at;
    this.walker.stop = 'broken';
  }

  /** Holds the value that stands next and steps over it; null when it could not be held. */
  value(): Span | null {
    const value = this.walker.value();
    if (value === null && this.walker.stop === 'too-large') this.walker.stop = null;
    return value;
  }

  /** The doubts about the item's JSON as a whole. */
  note(ledger: DoubtLedger): void {
    if (this.#markBytes > 0) ledger.noteFile('byte-order-mark');
    if (this.#isCutOff) ledger.noteFile('file-cut-off');
    if (this.#isBroken || this.walker.wasBroken) ledger.noteFile('json-broken');
    if (this.#hasTooLarge) ledger.noteFile('message-too-large');
  }

  #goOnAfter(from: number): boolean {
    const { walker } = this;
    if (walker.stop === 'too-large') {
      this.#hasTooLarge = true;
      this.unread.add(walker.large);
      return true;
    }
    if (walker.stop === 'broken') {
      const broken = walker.resume(this.#beginning);
      if (broken !== null) this.#keepBroken(broken);
      return broken !== null;
    }
    if (walker.at > from) this.unread.add([from, Math.min(walker.at, walker.window.size)]);
    return false;
  }

  #end(isObject: boolean): void {
    const { walker } = this;
    const isWhole = isObject && walker.stop === null;
    this.#isCutOff = walker.stop === 'cut-off';
    if (!isWhole && !this.#isCutOff) this.#isBroken = true;
    walker.peek();
    if (walker.at >= walker.window.size) return;
    if (isWhole) this.#isBroken = true;
    this.unread.add([walker.at, walker.window.size]);
  }

  #keepBroken(span: Span): void {
    this.#isBroken = true;
    this.unread.add(span);
  }
}

const MOST_CHARACTERS = 60;

/** The detail of `unknown-fields` for members of the outermost object. */
export function besidesMessages(keys: Iterable<string>): string {
  const listed = [...keys].map(key => JSON.stringify(key.slice(0, MOST_CHARACTERS)));
  return `Besides the messages: ${listed.join(', ')}`;
}
