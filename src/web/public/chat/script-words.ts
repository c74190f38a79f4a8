import type { Language } from '#web/ui/language/index.ts';
import { ARCHIVE_LIMITS } from '../browser/archive-limits.ts';
import { refusalsOnDevice } from './refusal-words.ts';
import { UPLOAD_WORDS } from './upload-words.ts';

/** Every word that our script may show, sent with the page: scripts hold no words, and are the same in each language. */
export function scriptWords(language: Language) {
  return {
    ...UPLOAD_WORDS.in(language),
    refused: refusalsOnDevice(ARCHIVE_LIMITS.largestTextBytes, language),
  };
}

/** What `scriptWords` gives. */
export type ScriptWords = ReturnType<typeof scriptWords>;
