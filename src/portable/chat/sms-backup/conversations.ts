import type { RecordChat } from '../records/record.ts';
import { bareNumber } from './people.ts';

/** Conversations told apart; the messages of all others are put together in one more. */
const MOST = 10_000;
const KEY_SEPARATOR = '\n';

/** The conversations of a backup: everything with the same number, or the same set of numbers, is one. */
export class Conversations {
  readonly chats: RecordChat[] = [];
  /** True once some were put together for want of room. */
  isFull = false;
  readonly #numbers = new Map<string, number>();

  /** The index of the conversation with these people; `written` and `name` are as the file has them. */
  indexOf(addresses: readonly string[], written: string | null, name: string | null): number {
    const people = [...new Set(addresses.map(bareNumber))].sort();
    const key = people.join(KEY_SEPARATOR);
    const known = this.#numbers.get(key);
    if (known === undefined) return this.#add(key, people.length, written, name);
    const chat = this.chats[known] as RecordChat;
    chat.name ??= name;
    return known;
  }

  #add(key: string, people: number, written: string | null, name: string | null): number {
    if (this.chats.length >= MOST) {
      if (!this.isFull) this.chats.push({ name: null, id: null, kind: 'others' });
      this.isFull = true;
      return MOST;
    }
    const kind = people > 1 ? 'group' : 'one-to-one';
    const index = this.chats.push({ name, id: written, kind }) - 1;
    this.#numbers.set(key, index);
    return index;
  }
}
