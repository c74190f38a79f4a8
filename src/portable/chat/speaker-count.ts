import type { Speaker } from './reading.ts';

/** Counts messages by speaker. People of one name and different numbers are kept apart. */
export class SpeakerCount {
  readonly #counts = new Map<string, { name: string; id: string | null; messages: number }>();

  add(name: string, id: string | null = null, messages = 1): void {
    const key = id === null ? `:${name}` : `${id.length}:${id}${name}`;
    const known = this.#counts.get(key);
    if (known) known.messages += messages;
    else this.#counts.set(key, { name, id, messages });
  }

  /** Most messages first, then by first appearance. */
  list(): Speaker[] {
    const speakers = [...this.#counts.values()].sort((a, b) => b.messages - a.messages);
    return speakers.map(({ name, id, messages }) => ({ name, messages, ...(id === null ? {} : { id }) }));
  }
}
