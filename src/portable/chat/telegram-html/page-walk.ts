import { attributesOf, NO_TAG, type Tag, tagEnd, tagOf } from '../html/tags.ts';
import { unescapeHtml } from '../html/entities.ts';
import type { RecordChat } from '../records/record.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES, Window } from '../source/window.ts';
import { byteOrderMarkBytes, textOf } from '../written-text.ts';
import { elementEnd, isMessage } from './message-end.ts';

const LESS = 0x3c;
const FIRST_BYTES = 4096;
const BOM_BYTES = 3;
const BLANK = /^\s*$/;

/**
 * Finds the messages of a page, one after the other; nothing of a message is kept. Outside of messages, tags are of the page,
 * and so are words before the history begins and those of the links to other pages; other words are unread.
 */
export class PageWalk {
  readonly window: Window;
  readonly chat: RecordChat = { name: null, id: null, kind: null };
  readonly unread = new UnreadSpans();
  readonly bomBytes: number;
  isCutOff = false;
  isBroken = false;
  hasLarge = false;
  /** Bytes looked at, for tests of linear work. */
  steps = 0;
  /** The place of the last message in the bytes that the window holds. */
  start = 0;
  end = 0;

  #at: number;
  #isEnded = false;
  /** Where words of the page belong: to the page itself, to its header, to the history, or to a link in it. */
  #place: 'page' | 'header' | 'name' | 'history' | 'link' = 'page';
  #isPageClosed = false;
  /** Where the bytes begin that are unread up to the next message. */
  #lostFrom: number | null = null;

  constructor(source: ByteSource) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES);
    this.bomBytes = byteOrderMarkBytes(this.window.bytes);
    this.#at = this.bomBytes;
  }

  /** Goes to the next message; false when there is none, and then everything else is known. */
  next(): boolean {
    while (!this.#isEnded) if (this.#step()) return true;
    return false;
  }

  /** Over the words before the next tag, and over that tag or the message it begins. */
  #step(): boolean {
    const less = this.#nextLess();
    const { bytes, base } = this.window;
    const from = this.#at - base;
    const until = less < 0 ? Math.min(bytes.length, from + MOST_MESSAGE_BYTES) : less;
    this.#words(from, until);
    this.#at = base + until;
    if (less >= 0) return this.#tag();
    if (this.#at >= this.window.size) this.#finish();
    return false;
  }

  /** The place of the next `<`, whose words before it are held whole; -1 when there is none in as much as may be held. */
  #nextLess(): number {
    for (let room = FIRST_BYTES; ; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base, isLast } = this.window;
      const from = this.#at - base;
      const less = bytes.indexOf(LESS, from);
      this.steps += (less < 0 ? bytes.length : less) - from + 1;
      if (less >= 0 || isLast || room >= MOST_MESSAGE_BYTES) return less;
    }
  }

  #tag(): boolean {
    for (let room = FIRST_BYTES; ; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const start = this.#at - this.window.base;
      const end = tagEnd(this.window.bytes, start);
      this.steps += (end > 0 ? end : this.window.bytes.length) - start;
      if (end > 0) return this.#passed(tagOf(this.window.bytes, start, end));
      if (end === NO_TAG) return this.#noTag(start);
      if (this.window.isLast || room >= MOST_MESSAGE_BYTES) return this.#lost(this.#at);
    }
  }

  #noTag(start: number): false {
    this.#words(start, start + 1);
    this.#at += 1;
    return false;
  }

  #passed(tag: Tag): boolean {
    if (isMessage(this.window.bytes, tag)) return this.#message();
    this.#at = this.window.base + tag.end;
    this.#follow(tag);
    return false;
  }

  /** What a tag outside of messages says of the words behind it. */
  #follow(tag: Tag): void {
    if (tag.kind === 'close' && tag.name === 'html') this.#isPageClosed = true;
    if (tag.kind === 'close' && this.#place === 'link' && tag.name === 'a') this.#place = 'history';
    if (tag.kind === 'close' && this.#place === 'name') this.#place = 'page';
    if (tag.kind !== 'open') return;
    const classes = ` ${attributesOf(this.window.bytes, tag).get('class') ?? ''} `;
    if (classes.includes(' history ')) this.#place = 'history';
    else if (classes.includes(' pagination ') && this.#place === 'history') this.#place = 'link';
    else if (classes.includes(' page_header ')) this.#place = 'header';
    else if (classes.includes(' text ') && this.#place === 'header') this.#place = 'name';
  }

  #words(start: number, end: number): void {
    if (start >= end || this.#lostFrom !== null) return;
    const words = textOf(this.window.bytes, start, end);
    if (BLANK.test(words)) return;
    if (this.#place === 'name') {
      this.chat.name = (this.chat.name ?? '') + unescapeHtml(words, () => '\uFFFD').trim();
      return;
    }
    if (this.#place !== 'history' && !this.#isPageClosed) return;
    this.#addUnread(this.window.base + start, this.window.base + end);
  }

  #message(): boolean {
    this.#place = 'history';
    this.#found(this.#at);
    for (let room = FIRST_BYTES; !this.#isEnded; room *= 4) {
      this.window.hold(this.#at, this.#at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base } = this.window;
      const start = this.#at - base;
      const element = elementEnd(bytes, start);
      this.steps += (element.end > 0 ? element.end : bytes.length) - start;
      if (element.end > 0) {
        [this.start, this.end] = [start, element.end];
        this.#at = base + element.end;
        this.isBroken ||= !element.isClosed;
        return true;
      }
      if (this.window.isLast) return this.#lost(this.#at);
      if (room >= MOST_MESSAGE_BYTES) return this.#tooLarge(start);
    }
    return false;
  }

  /** A message that cannot be held: unread up to the next, which is looked for behind its first tag. */
  #tooLarge(start: number): false {
    this.hasLarge = true;
    this.#lostFrom = this.#at;
    this.#at = this.window.base + Math.max(start + 1, tagEnd(this.window.bytes, start));
    return false;
  }

  #found(at: number): void {
    if (this.#lostFrom !== null) this.#addUnread(this.#lostFrom, at);
    this.#lostFrom = null;
  }

  #addUnread(start: number, end: number): void {
    this.unread.add([start, end]);
    if (this.unread.isFull) this.#lost(end);
  }

  /** Nothing behind `from` can be read. */
  #lost(from: number): false {
    if (this.#isEnded) return false;
    this.#isEnded = true;
    if (this.window.isLast && !this.unread.isFull) this.isCutOff = true;
    else this.isBroken = true;
    this.unread.add([this.#lostFrom ?? from, this.window.size]);
    return false;
  }

  #finish(): void {
    this.#found(this.window.size);
    if (!this.#isPageClosed) this.isCutOff = true;
    this.#isEnded = true;
  }
}
