import type { ForeignFile, StageRefusal } from '#domain/intake/index.ts';

/** Why a file was not taken, and what to do: for a page, and in one line for a script. */
export type RefusalWords = {
  readonly title: string;
  readonly why: readonly string[];
  readonly todo: readonly string[];
};

const NOTHING_KEPT = 'It stayed on your phone or computer. We kept nothing of it.';

const PICTURE: RefusalWords = {
  title: 'That file is a picture',
  why: [
    'Its name may say something else. That often happens when a file is saved or renamed. It is nothing you did wrong.',
    'We take words only. We kept nothing of the picture.',
  ],
  todo: [
    'If it may show someone under 18 in a sexual way, do not open or copy it again. Tell us about it in words.',
    'If it is a screenshot of a chat, keep it. Write down what it says on the page "What happened".',
  ],
};

const RECORDING: RefusalWords = {
  title: 'That file is a video or a sound recording',
  why: ['We take words only. We kept nothing of it.'],
  todo: ['Keep it. Write down what it shows and when it was made. Call 101 and say that you have it.'],
};

const STOP = 'If a picture in it may be sexual, stop: do not open, unpack or copy it.';
const SAVE_AGAIN = 'Save the chat again and choose "without media". Then you get a file that ends in .txt.';
const UNPACK =
  'Or unpack it on your phone or computer, and add the file in it that ends in .txt or .json. Or open that file, copy its words, and paste them.';

const ARCHIVE: RefusalWords = {
  title: 'That file is packed (a zip or similar)',
  why: [
    'A packed chat can hold pictures. A .zip we open on your own phone or computer, and only its words leave it.',
    `Other packed files we cannot open. ${NOTHING_KEPT}`,
  ],
  todo: [STOP, SAVE_AGAIN, UNPACK],
};

const PACKED_WITHOUT_SCRIPTS: RefusalWords = {
  title: ARCHIVE.title,
  why: [
    'A packed chat can hold pictures. So a script of this page opens it on your own phone or computer, and only its words leave it.',
    'In your browser that script did not run: scripts (JavaScript) are off, or it did not load. We read only the first few letters of the file and kept nothing.',
  ],
  todo: [
    STOP,
    SAVE_AGAIN,
    UNPACK,
    'Or turn scripts on, or use another browser, such as the newest Chrome, Firefox, Edge or Safari. Then choose the .zip again.',
  ],
};

const DOCUMENT: RefusalWords = {
  title: 'That file is a document, not plain text',
  why: [`A document can hold pictures, so we cannot take it here. ${NOTHING_KEPT}`],
  todo: [
    'Open it, copy its words, and paste them here.',
    'Or save it again as plain text. Its name then ends in .txt.',
  ],
};

const BINARY: RefusalWords = {
  title: 'That file is not text',
  why: [`We take plain text only, such as a chat saved from an app. ${NOTHING_KEPT}`],
  todo: ['Save the chat from the app "without media". Then you get a file that ends in .txt or .json.'],
};

const BY_KIND: Readonly<Record<ForeignFile, RefusalWords>> = {
  picture: PICTURE,
  video: RECORDING,
  audio: RECORDING,
  archive: ARCHIVE,
  document: DOCUMENT,
  database: BINARY,
  program: BINARY,
};

const EMPTY: RefusalWords = {
  title: 'That file is empty',
  why: ['There are no words in it.'],
  todo: ['Save the chat from the app again, see that the file is larger than 0 KB, and choose it here.'],
};

const UTF_16: RefusalWords = {
  title: 'That file was saved in a form we cannot take',
  why: [`Another program saved it as "Unicode" (UTF-16). Chat apps do not do that. ${NOTHING_KEPT}`],
  todo: [
    'Best: choose the file that came from the app, unchanged.',
    'Or open it, save it again as "UTF-8", and choose that one. Keep the first file too.',
  ],
};

const WRITTEN_FILE: RefusalWords = {
  title: 'There is a picture or another file inside that text',
  why: [
    'Part of it is a file written out as letters and numbers. Apps sometimes do that.',
    'We take words only, so we took nothing of this text.',
  ],
  todo: [
    'Save the chat from the app again "without media".',
    'Or copy the words around it, leave those lines out, and paste the words here. Keep the first file.',
  ],
};

const TOO_LARGE: RefusalWords = {
  title: 'That file is too large',
  why: ['We kept nothing of it.'],
  todo: ['Save the chat "without media". If it is still too large, call 101 and say so. Keep the file.'],
};

const CUT: RefusalWords = {
  title: 'The file did not arrive whole',
  why: [
    'The connection broke, or stopped for a while, before its end. Nothing of it counts. What you gave us before is safe.',
  ],
  todo: ['Choose the file again. If that fails more than once, try with a better connection.'],
};

const DIFFERS: RefusalWords = {
  title: 'The file did not arrive as it left',
  why: ['Some of it was changed on the way. Nothing of it counts. What you gave us before is safe.'],
  todo: ['Choose the file again. If that fails more than once, try with another connection.'],
};

type Refusal = StageRefusal | { readonly reason: 'differs' };
type Reason = Refusal['reason'];

const BY_REASON: Readonly<Record<Exclude<Reason, 'not-text'>, RefusalWords>> = {
  empty: EMPTY,
  'utf-16': UTF_16,
  'not-utf-8': BINARY,
  control: BINARY,
  'written-file': WRITTEN_FILE,
  'too-large': TOO_LARGE,
  cut: CUT,
  differs: DIFFERS,
};

/** The words for a refusal. `largestBytes` is the limit that a file met. */
export function refusalWords(refusal: Refusal, largestBytes: number): RefusalWords {
  if (refusal.reason === 'not-text') return BY_KIND[refusal.found];
  const words = BY_REASON[refusal.reason];
  if (refusal.reason === 'too-large')
    return {
      ...words,
      why: [`We take files of up to ${Math.round(largestBytes / 1_048_576)} MB.`, ...words.why],
    };
  if ('line' in refusal) return { ...words, why: [...words.why, `Look near line ${refusal.line}.`] };
  return words;
}

/** The same for a page: a packed file comes to the server only from a browser in which our script did not run. */
export function pageRefusalWords(refusal: Refusal, largestBytes: number): RefusalWords {
  const isPacked = refusal.reason === 'not-text' && refusal.found === 'archive';
  return isPacked ? PACKED_WITHOUT_SCRIPTS : refusalWords(refusal, largestBytes);
}
