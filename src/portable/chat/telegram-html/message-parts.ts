import { unescapeHtml } from '../html/entities.ts';
import { attributesOf, NO_TAG, type Tag, TAG_CUT_OFF, tagEnd, tagOf } from '../html/tags.ts';
import { isUtf8, textOf } from '../written-text.ts';
import { type Role, roleOf } from './roles.ts';

const LESS = 0x3c;
/** Elements deeper than this are not looked at by themselves. */
const DEEPEST = 64;

/** What a media box of a message says. */
export interface MediaBox {
  readonly classes: ReadonlySet<string>;
  readonly href: string | null;
  title: string | null;
  description: string | null;
  status: string | null;
}

export interface ReactionBox {
  emoji: string;
  readonly names: string[];
  count: string | null;
}

type Frame = {
  readonly name: string;
  readonly role: Role | null;
  /** The frame whose text this one's is. */
  readonly sink: Frame | null;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  text: string;
};

/** The pieces of one message, as its elements name them. */
export class MessageParts {
  readonly id: string | null;
  readonly isService: boolean;
  readonly isJoined: boolean;
  from: string | null = null;
  dateTitle: string | null = null;
  isForwarded = false;
  forwardedFrom: string | null = null;
  forwardedDate: string | null = null;
  replyHref: string | null = null;
  replyText: string | null = null;
  text: string | null = null;
  signature: string | null = null;
  readonly media: MediaBox[] = [];
  question: string | null = null;
  readonly pollLines: string[] = [];
  readonly reactions: ReactionBox[] = [];
  rawReactions: string | null = null;
  /** Targets of links that say something else than the words they stand under. */
  readonly links: string[] = [];
  /** Words that stand in no element known. */
  readonly other: string[] = [];
  invalidUtf8 = false;
  brokenReference = false;

  readonly #bytes: Uint8Array;
  readonly #frames: Frame[] = [];

  /** The message whose bytes are `start` to `end`. */
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    const opening = tagOf(bytes, start, tagEnd(bytes, start));
    const attributes = attributesOf(bytes, opening);
    const classes = classesOf(attributes);
    this.id = /^message(-?\d+)$/.exec(attributes.get('id') ?? '')?.[1] ?? null;
    this.isService = classes.has('service');
    this.isJoined = classes.has('joined');
    this.#walk(opening.end, end);
    while (this.#frames.length > 0) this.#pop(end);
  }

  #walk(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const less = this.#bytes.indexOf(LESS, at);
      const until = less < 0 || less > end ? end : less;
      this.#words(at, until);
      if (until === end) return;
      const after = tagEnd(this.#bytes, until);
      if (after === NO_TAG || after === TAG_CUT_OFF || after > end) {
        this.#words(until, until + 1);
        at = until + 1;
      } else {
        this.#tag(tagOf(this.#bytes, until, after));
        at = after;
      }
    }
  }

  #words(start: number, end: number): void {
    if (start >= end) return;
    const raw = textOf(this.#bytes, start, end);
    if (raw.includes('\uFFFD') && !isUtf8(this.#bytes, start, end)) this.invalidUtf8 = true;
    const words = this.#unescape(raw);
    const sink = this.#frames.at(-1)?.sink;
    if (sink) sink.text += words;
    else if (words.trim() !== '') this.other.push(words.trim());
  }

  #unescape(raw: string): string {
    return unescapeHtml(raw, () => {
      this.brokenReference = true;
      return '\uFFFD';
    });
  }

  #tag(tag: Tag): void {
    if (tag.kind === 'open') this.#push(tag);
    else if (tag.kind === 'close') this.#close(tag);
    else if (tag.name === 'br') {
      const sink = this.#frames.at(-1)?.sink;
      if (sink) sink.text += '\n';
    }
  }

  #push(tag: Tag): void {
    if (this.#frames.length >= DEEPEST) return;
    const attributes = attributesOf(this.#bytes, tag);
    const above = this.#frames.at(-1);
    const role = roleOf(classesOf(attributes), above?.sink?.role ?? null, this.isService);
    const frame: Frame = { name: tag.name, role, sink: null, attributes, start: tag.start, text: '' };
    const sink = role === null ? (above?.sink ?? null) : frame;
    this.#frames.push(Object.assign(frame, { sink }));
    if (role !== null) this.#begin(frame, role);
    if (attributes.has('title') && classesOf(attributes).has('initials'))
      this.reactions.at(-1)?.names.push(this.#unescape(attributes.get('title') ?? ''));
  }

  #begin({ attributes }: Frame, role: Role): void {
    if (role === 'forwarded') this.isForwarded = true;
    if (role === 'reaction') this.reactions.push({ emoji: '', names: [], count: null });
    if (role === 'media') {
      const href = attributes.get('href');
      this.media.push({
        classes: classesOf(attributes),
        href: href === undefined ? null : this.#unescape(href),
        title: null,
        description: null,
        status: null,
      });
    }
    if (role !== 'date') return;
    const title = this.#unescape(attributes.get('title') ?? '');
    if (this.isForwarded) this.forwardedDate = title;
    else this.dateTitle = title;
  }

  #close(tag: Tag): void {
    let at = this.#frames.length - 1;
    while (at >= 0 && this.#frames[at]?.name !== tag.name) at -= 1;
    if (at >= 0) while (this.#frames.length > at) this.#pop(tag.end);
  }

  #pop(end: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.role !== null) this.#finish(frame, frame.role, end);
    else if (frame.name === 'a') this.#link(frame);
  }

  #link({ attributes, sink }: Frame): void {
    const href = this.#unescape(attributes.get('href') ?? '');
    if (sink?.role === 'reply_to') this.replyHref ??= href;
    else if (href !== '' && sink?.text.endsWith(href) !== true) this.links.push(href);
  }

  #finish(frame: Frame, role: Role, end: number): void {
    const words = frame.text.trim();
    const [box, reaction] = [this.media.at(-1), this.reactions.at(-1)];
    if (role === 'from_name') this.#named(words);
    else if (role === 'text') this.text = (this.text ?? '') + bodyOf(frame.text);
    else if (role === 'reply_to') this.replyText = words;
    else if (role === 'signature') this.signature = words;
    else if (role === 'title' && box) box.title = words;
    else if (role === 'description' && box) box.description = words;
    else if ((role === 'status' || role === 'duration') && box) box.status = words;
    else if (role === 'question') this.question = words;
    else if (role === 'answer' || role === 'total' || role === 'details') this.pollLines.push(words);
    else if (role === 'emoji' && reaction) reaction.emoji = words;
    else if (role === 'count' && reaction) reaction.count = words;
    else if (role === 'reactions') this.rawReactions = textOf(this.#bytes, frame.start, end);
    else if (role !== 'skip' && role !== 'date' && words !== '') this.other.push(words);
  }

  #named(words: string): void {
    if (this.isForwarded) this.forwardedFrom = words;
    else this.from = words;
  }
}

/** The app begins a line before and behind the words of a block, and indents the second. */
function bodyOf(text: string): string {
  return text.replace(/^\r?\n/, '').replace(/\r?\n[ \t]*$/, '');
}

function classesOf(attributes: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set((attributes.get('class') ?? '').split(/\s+/));
}
