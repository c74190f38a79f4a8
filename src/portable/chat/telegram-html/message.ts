import type { DoubtCode } from '../doubts.ts';
import type { Reaction, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { attachmentOf, boxKind, callOf, kindOf } from './media.ts';
import { type MediaBox, MessageParts } from './message-parts.ts';
import { printedTime, separatorDay } from './time.ts';

const REPLY = /^([^#]*)#go_to_message(\d+)$/;
const VIA = / via (@\w{3,})$/;

/** What a message takes from those above it on its page. */
type Above = {
  from: string | null;
  forwardedFrom: string | null;
  /** The day of the last separator, milliseconds since 1970, and how it is written. */
  day: number | null;
  dayText: string;
};

/** Makes records of the messages of one page, in order. */
export class PageReader {
  /** Offsets that are printed beside times, in minutes. */
  readonly offsets = new Set<number>();
  readonly #above: Above = { from: null, forwardedFrom: null, day: null, dayText: '' };

  /** The message whose bytes held are `start` to `end`; null for a separator of days, which is none. */
  read(bytes: Uint8Array, [start, end]: Span, base: number): ChatRecord | null {
    const parts = new MessageParts(bytes, start, end);
    const day = parts.isService && parts.id?.startsWith('-') === true ? separatorDay(parts.text ?? '') : null;
    if (day !== null) {
      this.#above.day = day;
      this.#above.dayText = parts.text ?? '';
      return null;
    }
    return this.#record(parts, [base + start, base + end]);
  }

  #record(parts: MessageParts, span: Span): ChatRecord {
    const attachments = parts.media.map(attachmentOf).filter(one => one !== null);
    const reactions = reactionsOf(parts);
    const extra = extraOf(parts);
    const doubts = doubtsOf(parts);
    const who = this.#speaker(parts);
    if (who.speaker === null && !parts.isService) doubts.push('sender-not-named');
    return {
      chat: 0,
      kind: kindOf(parts),
      ...who,
      ...this.#time(parts),
      body: parts.text ?? parts.question ?? '',
      span,
      rule: `telegram-html/${parts.isService ? 'service' : parts.isJoined ? 'joined' : 'message'}`,
      doubts,
      id: parts.id ?? undefined,
      ...replyOf(parts),
      call: callOf(parts),
      attachments: attachments.length > 0 ? attachments : undefined,
      reactions: reactions.length > 0 ? reactions : undefined,
      forwardedFrom: this.#forwardedFrom(parts) ?? undefined,
      extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
    };
  }

  /** A joined message has no name: it is that of the message above. */
  #speaker(parts: MessageParts): Pick<ChatRecord, 'speaker' | 'speakerWritten'> {
    if (parts.isService) return { speaker: null };
    const written = parts.from ?? (parts.isJoined ? this.#above.from : null);
    this.#above.from = written;
    if (written === null || !VIA.test(written)) return { speaker: written };
    return { speaker: written.replace(VIA, '').trim(), speakerWritten: written };
  }

  #forwardedFrom(parts: MessageParts): string | null {
    if (!parts.isForwarded) return null;
    this.#above.forwardedFrom = parts.forwardedFrom ?? this.#above.forwardedFrom;
    return this.#above.forwardedFrom;
  }

  /** Rows of the app have no time; they stand under the day of the last separator. */
  #time(parts: MessageParts): Pick<ChatRecord, 'writtenText' | 'localMs' | 'utcMs' | 'precision'> {
    const time = parts.dateTitle === null ? null : printedTime(parts.dateTitle);
    if (time?.offsetMinutes !== undefined && time.offsetMinutes !== null)
      this.offsets.add(time.offsetMinutes);
    if (time)
      return { writtenText: parts.dateTitle ?? '', localMs: time.localMs, utcMs: null, precision: 'second' };
    const { day, dayText } = this.#above;
    if (parts.dateTitle === null && parts.isService && day !== null)
      return { writtenText: dayText, localMs: day, utcMs: null, precision: 'day' };
    return { writtenText: parts.dateTitle ?? '', localMs: null, utcMs: null, precision: 'none' };
  }
}

/** A link to another page is one to a message that is not here, and so is a reply without a link. */
function replyOf({ replyHref, replyText }: MessageParts): Pick<ChatRecord, 'replyTo' | 'repliesElsewhere'> {
  if (replyText === null) return {};
  const [, page = '', replyTo] = REPLY.exec(replyHref ?? '') ?? [];
  return replyTo === undefined ? {} : { replyTo, repliesElsewhere: page !== '' };
}

/** Each who is named, and one more with the number of the others. */
function reactionsOf({ reactions }: MessageParts): Reaction[] {
  return reactions.flatMap(({ emoji, names, count }) => {
    const named = names.map(by => ({ reaction: emoji, by }));
    const all = /^\d{1,9}$/.test(count ?? '') ? Number(count) : Math.max(1, names.length);
    return all > names.length ? [...named, { reaction: emoji, by: null, count: all - names.length }] : named;
  });
}

function doubtsOf(parts: MessageParts): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (parts.invalidUtf8) doubts.push('invalid-utf8');
  if (parts.brokenReference) doubts.push('lone-surrogate');
  if (parts.other.length > 0) doubts.push('unknown-fields');
  return doubts;
}

/** What a message has no room for, in the words of the page. */
function extraOf(parts: MessageParts): [key: string, raw: string][] {
  const extra: [string, string | null][] = [
    ['forwarded_date', parts.forwardedDate],
    ['reply_to', parts.replyText !== null && replyOf(parts).replyTo === undefined ? parts.replyText : null],
    ['reply_to_page', REPLY.exec(parts.replyHref ?? '')?.[1] || null],
    ['author', parts.signature],
    ['links', parts.links.join('\n') || null],
    ['poll', parts.question === null ? null : [parts.question, ...parts.pollLines].join('\n')],
    ['reactions', parts.rawReactions],
    ['other_text', parts.other.join('\n') || null],
    ...parts.media.flatMap((box, i) => mediaExtra(box, i === 0 ? '' : ` ${i + 1}`)),
  ];
  return extra.filter((entry): entry is [string, string] => entry[1] !== null);
}

function mediaExtra(box: MediaBox, which: string): [string, string | null][] {
  const file = attachmentOf(box);
  return [
    [`media${which}`, boxKind(box)],
    [`media_title${which}`, box.title],
    [`media_description${which}`, file?.note === box.description ? null : box.description],
    [`media_status${which}`, box.status],
    [`media_link${which}`, file?.name === box.href ? null : box.href],
  ];
}
