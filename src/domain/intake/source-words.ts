import type { SourceClass } from './submission.ts';

/** How an item came to be, in words for the person who handed it in. */
export const SOURCE_WORDS: Readonly<Record<SourceClass, string>> = {
  typed: 'Words you pasted or typed',
  'party-export': 'A chat saved from an app',
  extract: 'The words of a packed chat, taken out on your device',
  screenshot: 'A screenshot',
  recording: 'A recording',
  'provider-return': 'A return from the company that runs the app',
  'police-extraction': 'An extraction by the police',
};

/** The same for a source class as item facts spell it; null for one that is not known. */
export function sourceWords(sourceClass: string): string | null {
  return Object.entries(SOURCE_WORDS).find(([known]) => known === sourceClass)?.[1] ?? null;
}
