import { MOST_NAMED, shortenedName } from '#domain/reading/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import { initialsOf } from '#web/ui/police/index.ts';
import type { SpeakerOnPage } from '#web/ui/police/index.ts';

/**
 * The speakers of a page by their names; the place of each follows from the whole reading, so it is the same on every page.
 * Speakers whose names begin with the same letters are numbered, so that a chip is never of two people.
 */
export class SpeakersOfPage {
  readonly #byName: ReadonlyMap<string, SpeakerOnPage>;

  constructor(head: ReadingHead | null) {
    const names = head?.speakers.map(({ name }) => name) ?? [];
    const initials = toldApart(names.map(initialsOf));
    this.#byName = new Map(
      names.map((name, index) => [name, { place: index + 1, name, initials: initials[index] }]),
    );
  }

  /** Those behind the ones that the summary names share the last place: their names tell them apart. */
  of(speaker: string): SpeakerOnPage {
    const name = shortenedName(speaker);
    return this.#byName.get(name) ?? { place: MOST_NAMED + 1, name };
  }
}

/** "JR", "EL" and "JR" as "JR1", "EL" and "JR2". */
function toldApart(all: readonly string[]): string[] {
  const alike = Map.groupBy(
    all.map((_, index) => index),
    index => all[index] ?? '',
  );
  return all.map((initials, index) => {
    const group = alike.get(initials) ?? [];
    return group.length < 2 ? initials : `${initials}${group.indexOf(index) + 1}`;
  });
}
