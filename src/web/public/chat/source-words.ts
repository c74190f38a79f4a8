import type { SourceClass } from '#domain/intake/index.ts';

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
