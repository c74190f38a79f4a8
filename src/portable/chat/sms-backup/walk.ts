import { TextNotes } from '../json/text.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { ChatRecord } from '../records/record.ts';
import type { WalkPurpose } from '../records/reading-of-records.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { XmlScanner, type XmlToken } from '../xml/scanner.ts';
import { Conversations } from './conversations.ts';
import { Element } from './element.ts';
import { LISTS, MESSAGES, ROOTS } from './keys.ts';
import { MmsContent, mmsRecord } from './mms.ts';
import { PartContent } from './part-content.ts';
import { callRecord, smsRecord } from './sms.ts';
import { UnreadSpans } from './unread.ts';

/** Tags at which reading goes on behind a break; none is found inside a value. */
const BEGINNINGS = [...MESSAGES, ...ROOTS].flatMap(name => [name, `/${name}`]);
/** What an element inside a message costs besides its attributes. */
const ELEMENT_BYTES = 256;

type Open = Extract<XmlToken, { what: 'open' }>;

/** One walk through a backup, yielding its messages in file order. */
export class BackupWalk {
  readonly scanner: XmlScanner;
  readonly conversations = new Conversations();
  readonly unread = new UnreadSpans();
  /** What the first root says it holds, as written; null when it does not say. */
  declared: string | null = null;
  roots = 0;
  messages = 0;
  hasDoctype = false;
  isBroken = false;
  isCutOff = false;
  #isOpen = false;
  #hasLarge = false;
  #content: PartContent | null = null;
  /** What was noticed in the message that is read, and how many bytes of it are held. */
  #notes = new TextNotes();
  #held = 0;
  /** A token that was met where it cannot stand, and is looked at again. */
  #again: XmlToken | null = null;

  constructor(source: ByteSource, purpose: WalkPurpose) {
    this.scanner = new XmlScanner(source, {
      beginnings: BEGINNINGS,
      passOver: (element, attribute) => {
        if (element !== 'part' || attribute !== 'data') return null;
        // Given twice, both count as one text: then it is not whole.
        this.#content ??= new PartContent(purpose === 'messages');
        return this.#content;
      },
    });
  }

  /** To be run through once, from the offset behind a byte order mark on. */
  *records(from: number): Generator<ChatRecord, void, undefined> {
    this.scanner.at = from;
    for (let token = this.#next(); token !== null; token = this.#next()) {
      const record = token.what === 'open' ? this.#element(token) : this.#between(token);
      if (record === 'full') {
        this.unread.rest(this.scanner.window.size);
        return;
      }
      if (record === null) continue;
      this.messages += 1;
      yield record;
    }
    if (this.#isOpen) this.isCutOff = true;
    if (this.roots === 0 && this.messages > 0) this.isBroken = true;
  }

  noteFile(ledger: DoubtLedger): void {
    if (this.isCutOff) ledger.noteFile('file-cut-off');
    if (this.isBroken) ledger.noteFile('xml-broken');
    if (this.hasDoctype) ledger.noteFile('xml-doctype');
    if (this.#hasLarge) ledger.noteFile('message-too-large');
    if (this.conversations.isFull) ledger.noteFile('conversations-not-told-apart');
  }

  #next(): XmlToken | null {
    const again = this.#again;
    this.#again = null;
    return again ?? this.#scan();
  }

  /** The next token, with notes and room of its own. */
  #scan(): XmlToken | null {
    this.scanner.room = MOST_MESSAGE_BYTES;
    this.scanner.notes = new TextNotes();
    this.#content = null;
    return this.scanner.next();
  }

  #element(token: Open): ChatRecord | null | 'full' {
    const { name, isEmpty, start } = token;
    if (ROOTS.has(name)) {
      if (this.roots === 0) this.declared = new Element(name, token.attributes).text('count');
      this.roots += 1;
      this.#isOpen = !isEmpty;
      return null;
    }
    if (!MESSAGES.has(name)) return this.#broken(start, token.end);
    const content = new MmsContent();
    this.#notes = this.scanner.notes;
    this.#held = MOST_MESSAGE_BYTES - this.scanner.room;
    const end = isEmpty ? token.end : this.#inside(token, content);
    if (end === null) return this.#aside(start, this.#again?.start ?? this.scanner.at);
    if (this.#held > MOST_MESSAGE_BYTES) {
      this.#hasLarge = true;
      return this.#aside(start, end);
    }
    if (name !== 'mms' && content.holdsSomething) return this.#broken(start, end);
    return this.#record(token, content, end);
  }

  #record(token: Open, content: MmsContent, end: number): ChatRecord {
    const around = {
      span: [token.start, end] as const,
      notes: this.#notes,
      conversations: this.conversations,
    };
    const element = new Element(token.name, token.attributes);
    if (token.name === 'mms') return mmsRecord(element, content, around);
    return token.name === 'sms' ? smsRecord(element, around) : callRecord(element, around);
  }

  /** Through what stands inside a message; where it ends, or null when it does not end as it should. */
  #inside({ name }: Open, content: MmsContent): number | null {
    for (;;) {
      const token = this.#scan();
      if (token === null || token.what === 'cut-off') {
        this.isCutOff = true;
        this.scanner.at = this.scanner.window.size;
        return null;
      }
      if (token.what === 'close' && token.name === name) return token.end;
      if (!this.#isInner(token)) return this.#outOf(token);
      this.#notes.add(this.scanner.notes);
      if (token.what === 'open') this.#child(token, content);
      else if (holdsWords(token)) content.hasUnknown = true;
    }
  }

  #isInner(token: XmlToken): boolean {
    if (token.what === 'open') return !MESSAGES.has(token.name) && !ROOTS.has(token.name);
    if (token.what === 'close') return !MESSAGES.has(token.name) && !ROOTS.has(token.name);
    return token.what === 'text' || token.what === 'comment';
  }

  #outOf(token: XmlToken): null {
    this.isBroken = true;
    if (token.what === 'broken') this.#goOn();
    else if (token.what === 'open' || token.what === 'close') this.#again = token;
    else if (token.what === 'doctype') this.hasDoctype = true;
    return null;
  }

  #child(token: Open, content: MmsContent): void {
    this.#held += MOST_MESSAGE_BYTES - this.scanner.room + ELEMENT_BYTES;
    // Nothing is kept of a message that is too large already.
    if (this.#held > MOST_MESSAGE_BYTES || LISTS.has(token.name)) return;
    const element = new Element(token.name, token.attributes);
    if (token.name === 'part') content.part(element, this.#content);
    else if (token.name === 'addr') content.addr(element);
    else content.other(element);
  }

  #between(token: Exclude<XmlToken, Open>): null | 'full' {
    const { what, start, end } = token;
    if (what === 'close') return this.#closed(token.name, start, end);
    if (what === 'doctype') this.hasDoctype = true;
    if (what === 'broken') {
      this.#goOn();
      return this.#broken(start, this.scanner.at);
    }
    if (what === 'cut-off') {
      this.isCutOff = true;
      this.scanner.at = this.scanner.window.size;
      return this.#aside(start, this.scanner.at);
    }
    if (what === 'doctype') return this.#aside(start, end);
    const isEnvelope = what === 'instruction' || (what === 'text' ? token.isBlank : !token.holdsMarkup);
    return isEnvelope ? null : this.#broken(start, end);
  }

  #closed(name: string, start: number, end: number): null | 'full' {
    if (!ROOTS.has(name) || !this.#isOpen) return this.#broken(start, end);
    this.#isOpen = false;
    return null;
  }

  #broken(start: number, end: number): null | 'full' {
    this.isBroken = true;
    return this.#aside(start, end);
  }

  #aside(start: number, end: number): null | 'full' {
    return this.unread.add(start, end) ? null : 'full';
  }

  #goOn(): void {
    if (!this.scanner.resume()) this.scanner.at = this.scanner.window.size;
  }
}

/** Text, or a comment that holds what may once have been read: nothing of this format. */
function holdsWords(token: XmlToken): boolean {
  return (token.what === 'text' && !token.isBlank) || (token.what === 'comment' && token.holdsMarkup);
}
