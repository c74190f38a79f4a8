/**
 * The languages of the public pages, as BCP 47 tags. `x-marked` is for tests alone: English with every text of a catalogue
 * between two marks, so that a text that stands in no catalogue shows.
 */
const LANGUAGES = ['en', 'cy', 'x-marked'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language that an installation offers. A draft says of itself, on every page, that nobody has reviewed it. */
export type OfferedLanguage = { readonly code: Language; readonly isDraft: boolean };

/** The language by this tag when it is among those offered; English otherwise. */
export function offeredLanguage(tag: string | undefined, offered: readonly OfferedLanguage[]): Language {
  return offered.find(({ code }) => code === tag)?.code ?? 'en';
}
