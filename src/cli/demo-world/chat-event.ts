// One thing that happened in a chat, before any app has written it down.
import type { TruthKind } from './chat-truth.ts';

/** A file sent in the chat. */
export interface SentFile {
  readonly what: 'image' | 'video' | 'voice' | 'sticker' | 'document';
  /** The name in the export; `null` where the app left the file out. */
  readonly name: string | null;
}

export interface ChatEvent {
  readonly kind: TruthKind;
  /** Who did it, by the letter the story uses (`a`, `b`, ...); `null` for the app itself. */
  readonly who: string | null;
  /** When, in seconds since 1970, UTC. */
  readonly at: number;
  /** The words; for media the caption, for a call and a system entry the app's words (Telegram: the
   * action as JSON), for a deleted one nothing. */
  readonly body: string;
  readonly file?: SentFile;
  readonly edited?: boolean;
  /** Events back from this one to the one it answers. Telegram alone writes it. */
  readonly answersBack?: number;
}

/** How one phone shows the people of a chat, and whose phone it is. */
export interface Cast {
  /** Letter to the name the file shows. */
  readonly names: Readonly<Record<string, string>>;
  /** The letter of the person whose phone or computer made the export. */
  readonly exporter: string;
}

/** The name a letter stands for. */
export function nameOf(cast: Cast, who: string): string {
  const name = cast.names[who];
  if (name === undefined) throw new Error(`nobody is called ${who} in this chat`);
  return name;
}
