import type { Speaker } from './reading.ts';

type Counted = { readonly name: string; readonly id: string | null; messages: number };

/** Counts messages by speaker. People of one name and different numbers are kept apart. */
export class SpeakerCount {
  readonly #counts: Counted[] = [];
  /** By number, then by name. */
  readonly #known = new Map<string | null, Map<string, Counted>>();

  add(name: string, id: string | null = null, messages = 1): void {
    const known = this.#known.get(id)?.get(name);
    if (known) known.messages += messages;
    else this.#begin({ name, id, messages });
  }

  #begin(counted: Counted): void {
    this.#counts.push(counted);
    const names = this.#known.get(counted.id) ?? new Map<string, Counted>();
    this.#known.set(counted.id, names.set(counted.name, counted));
  }

  /** Most messages first, then by first appearance. */
  list(): Speaker[] {
    const speakers = this.#counts.toSorted((a, b) => b.messages - a.messages);
    return speakers.map(({ name, id, messages }) => ({ name, messages, ...(id === null ? {} : { id }) }));
  }
}
