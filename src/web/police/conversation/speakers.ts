import { MOST_NAMED, shortenedName } from '#domain/reading/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import type { SpeakerOnPage } from '#web/ui/police/index.ts';

/** The speakers of a page by their names; the place of each follows from the whole reading, so it is the same on every page. */
export class SpeakersOfPage {
  readonly #byName: ReadonlyMap<string, SpeakerOnPage>;

  constructor(head: ReadingHead | null) {
    this.#byName = new Map(head?.speakers.map(({ name }, index) => [name, { place: index + 1, name }]));
  }

  /** Those behind the ones that the summary names share the last place: their names tell them apart. */
  of(speaker: string): SpeakerOnPage {
    const name = shortenedName(speaker);
    return this.#byName.get(name) ?? { place: MOST_NAMED + 1, name };
  }
}
