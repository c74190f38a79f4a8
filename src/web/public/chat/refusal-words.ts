import type { ForeignFile, StageRefusal } from '#domain/intake/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { REFUSAL_TEXTS } from './refusal-texts.ts';

/** Why a file was not taken, and what to do: for a page, and in one line for a script. */
export type RefusalWords = {
  readonly title: string;
  readonly why: readonly string[];
  readonly todo: readonly string[];
};

type Refusal = StageRefusal | { readonly reason: 'differs' };

const BY_KIND = {
  picture: 'picture',
  video: 'recording',
  audio: 'recording',
  archive: 'archive',
  document: 'document',
  database: 'binary',
  program: 'binary',
} as const satisfies Readonly<Record<ForeignFile, string>>;

const BY_REASON = {
  empty: 'empty',
  'utf-16': 'utf16',
  'not-utf-8': 'binary',
  control: 'binary',
  'written-file': 'writtenFile',
  'too-large': 'tooLarge',
  cut: 'cut',
  differs: 'differs',
} as const satisfies Readonly<Record<Exclude<Refusal['reason'], 'not-text'>, string>>;

/** The words for a refusal. `largestBytes` is the limit that a file met. */
export function refusalWords(refusal: Refusal, largestBytes: number, language: Language): RefusalWords {
  const texts = REFUSAL_TEXTS.in(language);
  if (refusal.reason === 'not-text') return texts[BY_KIND[refusal.found]];
  const words = texts[BY_REASON[refusal.reason]];
  if (refusal.reason === 'too-large')
    return { ...words, why: [texts.upTo(Math.round(largestBytes / 1_048_576)), ...words.why] };
  if ('line' in refusal) return { ...words, why: [...words.why, texts.nearLine(refusal.line)] };
  return words;
}

/** The same for a page: a packed file comes to the server only from a browser in which our script did not run. */
export function pageRefusalWords(refusal: Refusal, largestBytes: number, language: Language): RefusalWords {
  const isPacked = refusal.reason === 'not-text' && refusal.found === 'archive';
  return isPacked
    ? REFUSAL_TEXTS.in(language).packedWithoutScripts
    : refusalWords(refusal, largestBytes, language);
}

/** What our script says of a file that it refuses on the device, by what was found. */
export type RefusalsOnDevice = Readonly<Record<ForeignFile | 'utf-16' | 'too-large', RefusalWords>>;

/** The words for every file that is refused before it leaves the device. */
export function refusalsOnDevice(largestBytes: number, language: Language): RefusalsOnDevice {
  const words = (refusal: Refusal) => refusalWords(refusal, largestBytes, language);
  const kinds = Object.keys(BY_KIND) as ForeignFile[];
  return {
    ...(Object.fromEntries(kinds.map(found => [found, words({ reason: 'not-text', found })])) as Record<
      ForeignFile,
      RefusalWords
    >),
    'utf-16': words({ reason: 'utf-16' }),
    'too-large': words({ reason: 'too-large' }),
  };
}
