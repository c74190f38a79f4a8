import { ByteStrings } from '../byte-strings.ts';
import type { MessageKind } from '../reading.ts';
import type { PhraseList } from './phrases.ts';
import { PHRASES } from './phrases.ts';

/** What a phrase of the app stands for. */
export interface Meaning {
  readonly kind: MessageKind;
  /** photo, video, voice and so on; null when the phrase does not say. */
  readonly what: string | null;
  readonly missed: boolean;
}

const MEANINGS: Readonly<Record<Exclude<keyof PhraseList, 'edited'>, Meaning>> = {
  omitted: { kind: 'media', what: null, missed: false },
  photo: { kind: 'media', what: 'photo', missed: false },
  video: { kind: 'media', what: 'video', missed: false },
  audio: { kind: 'media', what: 'audio', missed: false },
  sticker: { kind: 'media', what: 'sticker', missed: false },
  gif: { kind: 'media', what: 'gif', missed: false },
  document: { kind: 'media', what: 'document', missed: false },
  contact: { kind: 'contact', what: 'contact', missed: false },
  deleted: { kind: 'deleted', what: null, missed: false },
  missedVoice: { kind: 'call', what: 'voice', missed: true },
  missedVideo: { kind: 'call', what: 'video', missed: true },
  voiceCall: { kind: 'call', what: 'voice', missed: false },
  videoCall: { kind: 'call', what: 'video', missed: false },
};

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

  add(phrase: string, meaning: Meaning): void {
    for (const variant of withEitherCase(phrase)) {
      const bytes = encoder.encode(variant);
      this.#meanings[this.#strings.intern(bytes, 0, bytes.length)] = meaning;
    }
  }

  meaningOf(bytes: Uint8Array, start: number, end: number): Meaning | null {
    const id = this.#strings.find(bytes, start, end);
    return id < 0 ? null : (this.#meanings[id] ?? null);
  }
}

function fillBook(): PhraseBook {
  const book = new PhraseBook();
  for (const list of Object.values(PHRASES)) {
    for (const [key, meaning] of Object.entries(MEANINGS)) {
      for (const phrase of list[key as keyof typeof MEANINGS] ?? []) book.add(phrase, meaning);
    }
  }
  return book;
}

/** Every phrase of every language that stands for a whole body. */
export const BODY_PHRASES = fillBook();

/** Every phrase that the app adds behind an edited message. */
export const EDITED_PHRASES: readonly string[] = Object.values(PHRASES).flatMap(list => list.edited ?? []);

/** Longest phrase in bytes: a longer body need not be looked up. */
export const LONGEST_PHRASE_BYTES = 160;
