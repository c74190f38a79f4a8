import { ByteStrings } from '../byte-strings.ts';
import type { MessageKind } from '../reading.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { MEDIA_PHRASES } from './media-phrases.ts';

/** What a phrase of the app stands for. */
export interface Meaning {
  readonly kind: MessageKind;
  /** photo, video, voice and so on; null when the phrase does not say. */
  readonly what: string | null;
  readonly missed: boolean;
  /** True for wording that nobody confirmed. */
  readonly isGuessed: boolean;
}

const { edited, ...EVENTS } = EVENT_PHRASES;
const PHRASES = { ...MEDIA_PHRASES, ...EVENTS };

const MEANINGS: Readonly<Record<keyof typeof PHRASES, Omit<Meaning, 'isGuessed'>>> = {
  omitted: { kind: 'media', what: null, missed: false },
  photo: { kind: 'media', what: 'photo', missed: false },
  video: { kind: 'media', what: 'video', missed: false },
  audio: { kind: 'media', what: 'audio', missed: false },
  sticker: { kind: 'media', what: 'sticker', missed: false },
  gif: { kind: 'media', what: 'gif', missed: false },
  document: { kind: 'media', what: 'document', missed: false },
  contact: { kind: 'contact', what: 'contact', missed: false },
  deleted: { kind: 'deleted', what: null, missed: false },
  unsaid: { kind: 'other', what: null, missed: false },
  location: { kind: 'location', what: null, missed: false },
  missedVoice: { kind: 'call', what: 'voice', missed: true },
  missedVideo: { kind: 'call', what: 'video', missed: true },
  voiceCall: { kind: 'call', what: 'voice', missed: false },
  videoCall: { kind: 'call', what: 'video', missed: false },
};

/** No phrase is longer; a longer body need not be looked up. */
const LONGEST_PHRASE_BYTES = 160;

/** Slots for the first bytes of wording for calls; a power of two. */
const CALL_STARTS = 1 << 12;

const SLOT_BITS = 16;
const SPREAD = 0x9e3779b1;

function phraseSlot(bytes: Uint8Array, start: number, end: number): number {
  const middle = bytes[(start + end) >> 1] as number;
  const edges = ((bytes[start] as number) << 8) | (bytes[end - 1] as number);
  return Math.imul((edges << 16) | (middle << 8) | (end - start), SPREAD) >>> (32 - SLOT_BITS);
}

const encoder = new TextEncoder();

function withEitherCase(phrase: string): string[] {
  const at = phrase.startsWith('<') ? 1 : 0;
  const rest = phrase.slice(at + 1);
  const first = phrase.charAt(at);
  return [first.toLowerCase(), first.toUpperCase()].map(letter => phrase.slice(0, at) + letter + rest);
}

/** Looks phrases up by their bytes, so that the body need not be decoded. */
class PhraseBook {
  readonly #strings = new ByteStrings();
  readonly #meanings: Meaning[] = [];
  /** 1 where some phrase has this length and this first byte: most bodies are turned away here. */
  readonly #possible = new Uint8Array((LONGEST_PHRASE_BYTES + 1) * 256);
  readonly #slots = new Uint8Array(1 << SLOT_BITS);

  add(phrase: string, meaning: Meaning): void {
    for (const variant of withEitherCase(phrase)) {
      const bytes = encoder.encode(variant);
      const id = this.#strings.intern(bytes, 0, bytes.length);
      // Two languages may share a phrase: it is sure when it is in one of them.
      if (this.#meanings[id]?.isGuessed !== false) this.#meanings[id] = meaning;
      this.#possible[bytes.length * 256 + (bytes[0] ?? 0)] = 1;
      this.#slots[phraseSlot(bytes, 0, bytes.length)] = 1;
    }
  }

  /** False when no phrase has this length and these bytes at its beginning, middle and end. */
  hasLike(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length > LONGEST_PHRASE_BYTES || this.#possible[length * 256 + (bytes[start] as number)] !== 1)
      return false;
    return this.#slots[phraseSlot(bytes, start, end)] === 1;
  }

  meaningOf(bytes: Uint8Array, start: number, end: number): Meaning | null {
    if (end <= start || !this.hasLike(bytes, start, end)) return null;
    const id = this.#strings.find(bytes, start, end);
    return id < 0 ? null : (this.#meanings[id] ?? null);
  }
}

interface Phrase {
  readonly language: string;
  readonly text: string;
  readonly isGuessed: boolean;
}

/** The phrases of a table: one language a line, `?` before what nobody confirmed. */
export function phrasesIn(table: string): Phrase[] {
  const lines = table.trim().split('\n');
  return lines.flatMap(line => {
    const [language = '', ...words] = line.trim().split(/\s+/);
    return words
      .join(' ')
      .split('; ')
      .map(text => ({ language, text: text.replace(/^\?/, ''), isGuessed: text.startsWith('?') }));
  });
}

function fillBook(): PhraseBook {
  const book = new PhraseBook();
  for (const key of Object.keys(MEANINGS) as (keyof typeof PHRASES)[]) {
    for (const { text, isGuessed } of phrasesIn(PHRASES[key]))
      book.add(text, { ...MEANINGS[key], isGuessed });
  }
  return book;
}

/** Every phrase of every language that stands for a whole body. */
export const BODY_PHRASES = fillBook();

/** Marks the first four bytes of all wording for calls, which stands before a duration. */
function fillCallStarts(): Uint8Array {
  const starts = new Uint8Array(CALL_STARTS);
  const words = (['missedVoice', 'missedVideo', 'voiceCall', 'videoCall'] as const).flatMap(key =>
    phrasesIn(PHRASES[key]).map(({ text }) => text),
  );
  for (const word of words.flatMap(withEitherCase)) {
    const bytes = encoder.encode(word);
    starts[callSlot(bytes, 0)] = 1;
    FIRST_OF_CALLS[bytes[0] as number] = 1;
  }
  return starts;
}

function callSlot(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as [
    number,
    number,
    number,
    number,
  ];
  return ((a * 31 + b) * 31 + c * 7 + d) & (CALL_STARTS - 1);
}

const FIRST_OF_CALLS = new Uint8Array(256);
const STARTS = fillCallStarts();

/** False when no wording for a call begins here. */
export function mayBeginCall(bytes: Uint8Array, at: number): boolean {
  return FIRST_OF_CALLS[bytes[at] as number] === 1 && STARTS[callSlot(bytes, at)] === 1;
}

/** Every phrase that the app adds behind an edited message, and whether it is guessed. */
export const EDITED_PHRASES: ReadonlyMap<string, boolean> = new Map(
  phrasesIn(edited).map(({ text, isGuessed }) => [text, isGuessed]),
);
