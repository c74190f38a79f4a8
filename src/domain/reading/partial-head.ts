import type { Message, ReadingHead } from '#portable/chat/index.ts';

/** The doubt of a reading that was stopped at a limit. */
export const READING_STOPPED = 'reading-stopped';

/** Counts what came of a reading, so that the head of one that was cut off counts what is there and not what was to come. */
export class CameSoFar {
  readonly #kinds = new Map<string, number>();
  readonly #speakers = new Map<string, number>();
  readonly #conversations: number[];
  #period: { first: string; last: string } | null = null;

  /** Counts the speakers and conversations that this head names. */
  constructor(head: ReadingHead) {
    for (const speaker of head.speakers) this.#speakers.set(keyOf(speaker.name, speaker.id), 0);
    this.#conversations = head.conversations.map(() => 0);
  }

  add(message: Pick<Message, 'kind' | 'speaker' | 'speakerId' | 'conversation' | 'written'>): void {
    this.#kinds.set(message.kind, (this.#kinds.get(message.kind) ?? 0) + 1);
    for (const key of [keyOf(message.speaker ?? '', message.speakerId), keyOf(message.speaker ?? '')]) {
      const count = this.#speakers.get(key);
      if (count === undefined) continue;
      this.#speakers.set(key, count + 1);
      break;
    }
    const place = message.conversation ?? 0;
    if (place < this.#conversations.length)
      this.#conversations[place] = (this.#conversations[place] ?? 0) + 1;
    if (message.written === null) return;
    this.#period ??= { first: message.written, last: message.written };
    if (message.written < this.#period.first) this.#period.first = message.written;
    if (message.written > this.#period.last) this.#period.last = message.written;
  }

  /** The head of what is there. How dates and zone were settled stays: that rests on the whole file. */
  head(whole: ReadingHead, came: { messages: number; unreadBytes: number; why: string }): ReadingHead {
    return {
      ...whole,
      messages: came.messages,
      unreadBytes: came.unreadBytes,
      kinds: Object.fromEntries(this.#kinds),
      period: this.#period,
      speakers: whole.speakers
        .map(speaker => ({ ...speaker, messages: this.#speakers.get(keyOf(speaker.name, speaker.id)) ?? 0 }))
        .filter(({ messages }) => messages > 0),
      conversations: whole.conversations.map((conversation, place) => ({
        ...conversation,
        messages: this.#conversations[place] ?? 0,
      })),
      doubts: [...whole.doubts, stopped(whole.messages, came.messages, came.why)],
    };
  }
}

function stopped(all: number, came: number, why: string): ReadingHead['doubts'][number] {
  return {
    code: READING_STOPPED,
    sentence: `This reading was stopped before its end: ${came.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} messages are shown, and the rest of the file stands as unread. ${why}`,
    causes: [
      'The file is larger, or more deeply nested, than one reading may take.',
      'The machine was busy, and the time for one reading ran out.',
    ],
    count: 0,
    messages: [],
  };
}

function keyOf(name: string, id?: string): string {
  return id === undefined ? `n${name}` : `i${id}\n${name}`;
}
