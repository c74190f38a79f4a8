import type { ReadingHead } from '#portable/chat/index.ts';
import type { SpeakerOnPage } from '#web/ui/police/index.ts';

/** Speakers by name; the place of each follows from the whole reading, so it is the same on every page. */
export function speakersOf(head: ReadingHead | null): Map<string, SpeakerOnPage> {
  return new Map(head?.speakers.map(({ name }, index) => [name, { place: index + 1, name }]));
}
