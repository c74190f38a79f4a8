import type { Span } from '../reading.ts';
import { jsonText, TextNotes } from '../json/text.ts';
import { JsonWalker } from '../json/walker.ts';
import type { RecordChat } from '../records/record.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { byteOrderMarkBytes, textOf } from '../written-text.ts';
import { OTHER_SECTIONS } from './keys.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const QUOTE = 0x22;

/** Beginnings of a message after which reading can go on behind broken bytes. */
const MESSAGE_START = /^\{\s*"(?:id"\s*:|type"\s*:\s*"(?:message|service|unsupported)")/;
/** Chats that are told apart; an account has hundreds. */
const MOST_CHATS = 20_000;
const BOM_BYTES = 3;

/** Where the walk stands, outermost first: the export, `chats`, its `list`, a chat of it, its `messages`. */
type Place = 'export' | 'chats' | 'list' | 'chat' | 'messages';

/** A chat, or the export itself, and where it stands among the chats once it has messages. */
type Described = { readonly chat: RecordChat; index: number };

function undescribed(): Described {
  return { chat: { name: null, id: null, kind: null }, index: -1 };
}

/**
 * Finds the messages of a Telegram export, one after the other: of one chat or a whole account, whole, cut off or broken.
 * Nothing of a message is kept.
 */
export class ExportWalk {
  readonly json: JsonWalker;
  readonly chats: RecordChat[] = [];
  readonly unread = new UnreadSpans();
  readonly otherSections = new Set<string>();
  readonly bomBytes: number;
  isCutOff = false;
  isBroken = false;
  hasLarge = false;
  /** The place of the last message in the bytes that the window holds. */
  start = 0;
  end = 0;
  /** The chat of the last message, index into `chats`. */
  chat = -1;

  readonly #places: Place[] = [];
  readonly #export = undescribed();
  #inner = undescribed();
  #isEnded = false;

  constructor(source: ByteSource) {
    this.json = new JsonWalker(source);
    this.json.window.hold(0, BOM_BYTES);
    this.bomBytes = byteOrderMarkBytes(this.json.window.bytes);
    this.json.at = this.bomBytes;
    if (this.json.peek() === OBJECT) this.#enter('export');
    else this.#end();
  }

  /** Goes to the next message; false when there is none, and then everything else is known. */
  next(): boolean {
    while (!this.#isEnded) if (this.#step()) return true;
    return false;
  }

  /** One step of the walk; true when it ended at a message. */
  #step(): boolean {
    const place = this.#places.at(-1);
    if (place === 'messages') return this.#message();
    if (place === undefined) this.#end();
    else if (place === 'list') this.#listed();
    else this.#member(place);
    return false;
  }

  #message(): boolean {
    const { json } = this;
    if (!json.nextElement()) return this.#left();
    const isObject = json.peek() === OBJECT;
    const from = json.at;
    const value = json.value();
    if (value === null) return this.#notRead(from);
    [this.start, this.end] = value;
    if (isObject) return true;
    this.isBroken = true;
    return this.#unreadTo(from, json.at);
  }

  /** A message that could not be held: too large, or broken; goes on behind it where that can be. */
  #notRead(from: number): false {
    const { json } = this;
    if (json.stop === 'too-large') {
      this.hasLarge = true;
      return this.#unreadTo(...json.large);
    }
    const passed = json.stop === 'broken' ? json.resume(MESSAGE_START) : null;
    if (passed === null) return this.#endAt(from);
    this.isBroken = true;
    return this.#unreadTo(...passed);
  }

  #unreadTo(...span: Span): false {
    this.unread.add(span);
    return this.unread.isFull ? this.#endAt(span[1]) : false;
  }

  #listed(): void {
    if (!this.json.nextElement()) this.#left();
    else if (this.json.peek() === OBJECT) this.#enterChat();
    else this.#pass();
  }

  #member(place: Exclude<Place, 'messages' | 'list'>): void {
    const key = this.json.nextMember();
    if (key === null) {
      this.#left();
      return;
    }
    const opens = this.json.peek();
    const isTop = place === 'export';
    if (place === 'chats') {
      if (key === 'list' && opens === ARRAY) this.#enter('list');
      else this.#pass();
    } else if (key === 'messages' && opens === ARRAY) this.#enterMessages(isTop ? this.#export : this.#inner);
    else if (isTop && (key === 'chats' || key === 'left_chats') && opens === OBJECT) this.#enter('chats');
    else this.#describe(key, isTop);
  }

  #describe(key: string, isTop: boolean): void {
    if (isTop && OTHER_SECTIONS.has(key)) this.otherSections.add(key);
    const value = this.#pass();
    if (value === null) return;
    const { chat } = isTop ? this.#export : this.#inner;
    if (key === 'name') chat.name = this.#scalar(value);
    if (key === 'type') chat.kind = this.#scalar(value);
    if (key === 'id') chat.id = this.#scalar(value);
  }

  #scalar([start, end]: Span): string | null {
    const { bytes } = this.json.window;
    if (bytes[start] === QUOTE) return jsonText(bytes, start + 1, end - 1, new TextNotes());
    const text = textOf(bytes, start, end);
    return text === 'null' ? null : text;
  }

  #enterChat(): void {
    this.#inner = undescribed();
    this.#enter('chat');
  }

  #enterMessages(described: Described): void {
    if (described.index < 0 && this.chats.length === MOST_CHATS) {
      this.#end();
      return;
    }
    if (described.index < 0) described.index = this.chats.push(described.chat) - 1;
    this.chat = described.index;
    this.#enter('messages');
  }

  #enter(place: Place): boolean {
    if (!this.json.enter()) return this.#end();
    this.#places.push(place);
    return true;
  }

  /** Behind the last member or element: out of the container, or the end of the walk. */
  #left(): false {
    if (this.json.stop !== null) return this.#end();
    this.#places.pop();
    return this.#places.length === 0 ? this.#finish() : false;
  }

  /** Steps over a value; its place in the window when it could be held. */
  #pass(): Span | null {
    this.json.peek();
    const from = this.json.at;
    const value = this.json.value();
    if (value === null && this.json.stop !== 'too-large') this.#endAt(from);
    return value;
  }

  /** The export ended; anything but blanks behind it is unread. */
  #finish(): false {
    this.#isEnded = true;
    if (this.json.peek() < 0) return false;
    return this.#end();
  }

  #end(): false {
    return this.#endAt(this.json.at);
  }

  /** Ends the walk before its time: what is behind `from` is unread. */
  #endAt(from: number): false {
    this.#isEnded = true;
    if (this.json.stop === 'cut-off') this.isCutOff = true;
    else this.isBroken = true;
    this.unread.add([from, this.json.window.size]);
    return false;
  }
}
