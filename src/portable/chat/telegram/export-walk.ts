import { Column } from '../column.ts';
import type { Span } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { BROKEN, CUT_OFF, JsonScanner } from '../json/scan.ts';
import { TextNotes, jsonText } from '../json/text.ts';
import { OTHER_SECTIONS } from './keys.ts';

const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;

/** A chat of the export, as its own members describe it. */
export interface WalkedChat {
  name: string | null;
  id: string | null;
  kind: string | null;
  messages: number;
}

/** Beginnings of a message after which reading can go on behind broken bytes. */
const MESSAGE_START = /^\{\s*"(?:id"\s*:|type"\s*:\s*"(?:message|service)")/;
const MESSAGE_START_BYTES = 120;

/** Finds the messages of a Telegram export: one chat or a whole account, whole or cut off. */
export class ExportWalker {
  readonly start = new Column();
  readonly end = new Column();
  /** Index into `chats`. */
  readonly chat = new Column();
  readonly chats: WalkedChat[] = [];
  readonly unread: Span[] = [];
  readonly otherSections = new Set<string>();
  cutOff = false;
  broken = false;

  readonly scanner: JsonScanner;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.scanner = new JsonScanner(bytes);
  }

  /** Walks the file once. What cannot be read is in `unread`. */
  walk(from: number): void {
    this.#at = this.scanner.skipSpace(from);
    const whole = this.#bytes[this.#at] === OBJECT && this.#chat(true);
    if (!whole && !this.cutOff) this.broken = true;
    const rest = whole ? this.scanner.skipSpace(this.#at) : this.#at;
    if (rest < this.#bytes.length) {
      this.unread.push([rest, this.#bytes.length]);
      this.broken ||= whole;
    }
  }

  /** An object that may hold `messages`, and at the top `chats`. */
  #chat(top: boolean): boolean {
    const chat: WalkedChat = { name: null, id: null, kind: null, messages: 0 };
    let index = -1;
    return this.#object(key => {
      if (key === 'messages' && this.#opens(ARRAY)) {
        if (index < 0) index = this.chats.push(chat) - 1;
        return this.#messages(chat, index);
      }
      if (top && (key === 'chats' || key === 'left_chats') && this.#opens(OBJECT)) return this.#chatLists();
      if (top && OTHER_SECTIONS.has(key)) this.otherSections.add(key);
      return this.#describe(chat, key);
    });
  }

  #chatLists(): boolean {
    return this.#object(key =>
      key === 'list' && this.#opens(ARRAY) ? this.#chatArray() : this.#skip() !== null,
    );
  }

  #chatArray(): boolean {
    return this.#array(() => (this.#opens(OBJECT) ? this.#chat(false) : this.#skip() !== null));
  }

  #describe(chat: WalkedChat, key: string): boolean {
    const value = this.#skip();
    if (!value) return false;
    const [start, end] = value;
    if (key === 'name') chat.name = this.#scalar(start, end);
    if (key === 'type') chat.kind = this.#scalar(start, end);
    if (key === 'id') chat.id = this.#scalar(start, end);
    return true;
  }

  #scalar(start: number, end: number): string | null {
    if (this.#bytes[start] === QUOTE) return jsonText(this.#bytes, start + 1, end - 1, new TextNotes());
    const text = textOf(this.#bytes, start, end);
    return text === 'null' ? null : text;
  }

  #messages(chat: WalkedChat, index: number): boolean {
    return this.#array(() => {
      const start = this.#at;
      const end = this.scanner.valueEnd(start);
      if (end === CUT_OFF) return this.#stopCut();
      if (end === BROKEN) return this.#resume(start);
      if (this.#bytes[start] === OBJECT) {
        this.start.push(start);
        this.end.push(end);
        this.chat.push(index);
        chat.messages += 1;
      } else {
        this.unread.push([start, end]);
        this.broken = true;
      }
      this.#at = end;
      return true;
    });
  }

  /** Goes on at the next message behind the place where the grammar broke; false when there is none. */
  #resume(from: number): boolean {
    this.broken = true;
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(OBJECT, this.scanner.brokenAt); at >= 0; at = bytes.indexOf(OBJECT, at + 1)) {
      this.scanner.steps += 1;
      if (MESSAGE_START.test(textOf(bytes, at, at + MESSAGE_START_BYTES))) {
        this.unread.push([from, at]);
        this.#at = at;
        return true;
      }
    }
    this.#at = from;
    return false;
  }

  #stopCut(): false {
    this.cutOff = true;
    return false;
  }

  #opens(byte: number): boolean {
    return this.#bytes[this.#at] === byte;
  }

  #skip(): Span | null {
    const start = this.#at;
    const end = this.scanner.valueEnd(start);
    if (end === CUT_OFF) this.cutOff = true;
    if (end < 0) return null;
    this.#at = end;
    return [start, end];
  }

  /** Steps into an object; `member` must step over the value. False when the object could not be finished. */
  #object(member: (key: string) => boolean): boolean {
    this.#next(1);
    while (!this.#opens(OBJECT_END)) {
      if (!this.#opens(QUOTE)) return this.#atEnd();
      const keyEnd = this.scanner.stringEnd(this.#at);
      if (keyEnd < 0) return this.#stopCut();
      const key = jsonText(this.#bytes, this.#at + 1, keyEnd - 1, new TextNotes());
      const colon = this.scanner.skipSpace(keyEnd);
      if (this.#bytes[colon] !== COLON) {
        this.cutOff ||= colon >= this.#bytes.length;
        return false;
      }
      this.#at = this.scanner.skipSpace(colon + 1);
      if (!member(key) || !this.#comma(OBJECT_END)) return false;
    }
    this.#at += 1;
    return true;
  }

  /** Steps into an array; `element` must step over the value. */
  #array(element: () => boolean): boolean {
    this.#next(1);
    while (!this.#opens(ARRAY_END)) {
      if (this.#at >= this.#bytes.length) return this.#stopCut();
      if (!element() || !this.#comma(ARRAY_END)) return false;
    }
    this.#at += 1;
    return true;
  }

  /** A comma, or the end of the container, or after a resumption the next element. */
  #comma(end: number): boolean {
    this.#next(0);
    if (this.#opens(COMMA)) this.#next(1);
    else if (!this.#opens(end) && !(this.broken && this.#opens(OBJECT))) return this.#atEnd();
    return true;
  }

  #atEnd(): false {
    this.cutOff ||= this.#at >= this.#bytes.length;
    return false;
  }

  #next(step: number): void {
    this.#at = this.scanner.skipSpace(this.#at + step);
  }
}
