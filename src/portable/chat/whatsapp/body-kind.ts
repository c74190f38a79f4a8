import type { MessageKind } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { FILE_NOTES } from './file-notes.ts';
import { BODY_PHRASES, EDITED_PHRASES } from './phrase-book.ts';

/** What a body is, by its wording. */
export interface BodyKind {
  readonly kind: MessageKind;
  readonly rule: string;
  /** False when a person could have typed the same words: nothing marks them as the app's. */
  readonly sure: boolean;
  /** photo, video, voice and so on, where the body says it. */
  readonly what: string | null;
  /** The name of a file that the body names. */
  readonly file: string | null;
  readonly missed: boolean;
  readonly durationText: string | null;
  readonly edited: boolean;
  /** True when nobody confirmed the wording. */
  readonly isGuessed: boolean;
}

/** A body in which nothing is the app's own. */
export const PLAIN_BODY: BodyKind = {
  kind: 'text',
  rule: 'text',
  sure: true,
  what: null,
  file: null,
  missed: false,
  durationText: null,
  edited: false,
  isGuessed: false,
};

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const LESS = 0x3c;
const GREATER = 0x3e;
const PAREN_END = 0x29;
const STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const SLASH = 0x2f;
const LONGEST_EDITED_BYTES = 200;
const LONGEST_FILE_BYTES = 300;
const LONGEST_LINE_BYTES = 600;

/** Names that the app gives to media files, on Android and on iOS. */
const APP_FILE = /^(?:(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d{4}|\d{8}-[A-Z]+-\d{4}(?:-\d\d){5})/;
const ANDROID_FILE = /^[\u200e\u200f]*([^\n]+\.[A-Za-z0-9]{1,8}) \(([^()]+)\)$/;
const IOS_FILE = /^([\u200e\u200f]*)<([^<>:]{1,40}):([^<>]+)>$/;
/** Behind a caption the mark is required: without it the same characters are what a person typed. */
const IOS_FILE_AFTER_CAPTION = /^[\u200e\u200f]<([^<>:\n]{1,40}):([^<>\n]+)>$/;
const KIND_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^STK-|-STICKER-|\.webp$/i, 'sticker'],
  [/-GIF-|\.gif$/i, 'gif'],
  [/^IMG-|-PHOTO-|\.(?:jpe?g|png|heic)$/i, 'photo'],
  [/^VID-|-VIDEO-|\.(?:mp4|mov|3gp)$/i, 'video'],
  [/^AUD-|^PTT-|-AUDIO-|\.(?:opus|m4a|mp3|aac|ogg)$/i, 'audio'],
  [/\.vcf$/i, 'contact'],
];
const MAP_LINK =
  /^[\u200e\u200f]*(?:\p{L}[^:\n]{0,40}: ?)?(?:[^\n]{0,200} )?https:\/\/maps\.google\.com\/\?q=\S+$/u;
/** Capitals and a colon alone on the first line; the lines behind it are the question and the options. */
const POLL =
  /^[\u200e\u200f]*(?:POLL|UMFRAGE|ENCUESTA|SONDAGE|SONDAGGIO|ENQUETE|PEILING|ANKIETA|ОПРОС|ANKET):[\u200e\u200f]*$/;
const POLL_SURE = /^[\u200e\u200f]*POLL:/;
const CALL_WITH_DURATION =
  /^[\u200e\u200f]*<?([^,.<>\d]{4,40})[,.] [\u200e\u200f]*(\d+ ?\p{L}{1,12}\.?(?: \d+ ?\p{L}{1,12}\.?)*)>?$/u;

/** A call and what the phone offers beside it, parted by a mark that no keyboard writes: `Tap to call back`. */
const CALL_WITH_OFFER = /^[\u200e\u200f]*([^,.<>\d]{4,40})\. [\u200e\u200f]+[^\n\u200e\u200f]{1,60}$/u;

/** Says what a body is. Looks at bytes first, so that ordinary bodies are never decoded here. */
export function bodyKind(bytes: Uint8Array, start: number, end: number): BodyKind {
  const editedFrom = editedMark(bytes, start, end);
  if (editedFrom < 0) return kindOf(bytes, start, end);
  const body = kindOf(bytes, start, editedFrom);
  const isGuessed = body.isGuessed || isGuessedEdit(bytes, editedFrom, end);
  return { ...body, edited: true, isGuessed };
}

function kindOf(bytes: Uint8Array, start: number, end: number): BodyKind {
  const first = firstLine(bytes, start, end);
  const captioned = fileAfterCaption(bytes, start, end) ?? fileAfterCaption(bytes, start, first.end);
  if (captioned) return captioned;
  if (first.end - start > LONGEST_LINE_BYTES) return PLAIN_BODY;
  const whole = first.end === end ? wholePhrase(bytes, start, end) : null;
  if (whole) return whole;
  const last = bytes[first.end - 1];
  if (last === GREATER || last === PAREN_END) {
    const named = namedFile(textOf(bytes, start, first.end));
    if (named) return named;
  }
  const mayBeMarked = first.signs || last === COLON || isDirectionMark(bytes, start);
  return mayBeMarked ? marked(textOf(bytes, start, first.end)) : PLAIN_BODY;
}

/**
 * The end of the first line, and whether it may be a place or a call with its duration: it has `:/`, or a comma or
 * full stop, a space and then a digit or mark. A line longer than any of the app's own is not searched to its end.
 */
function firstLine(bytes: Uint8Array, start: number, end: number): { end: number; signs: boolean } {
  const until = Math.min(end, start + LONGEST_LINE_BYTES + 1);
  let signs = false;
  for (let i = start; i < until; i++) {
    const byte = bytes[i];
    if (byte === NEWLINE) return { end: i > start && bytes[i - 1] === RETURN ? i - 1 : i, signs };
    if (byte === COLON && bytes[i + 1] === SLASH) signs = true;
    if ((byte === COMMA || byte === STOP) && bytes[i + 1] === SPACE) signs ||= isDigitOrMark(bytes[i + 2]);
  }
  return { end, signs };
}

function isDigitOrMark(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 0xe2 || (byte >= 0x30 && byte <= 0x39));
}

/** E2 80 8E or E2 80 8F: the invisible marks for left-to-right and right-to-left. */
function isDirectionMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x8e || bytes[at + 2] === 0x8f);
}

function wholePhrase(bytes: Uint8Array, start: number, end: number): BodyKind | null {
  let from = start;
  let to = end;
  while (to - from >= 3 && isDirectionMark(bytes, from)) from += 3;
  while (to - from >= 3 && isDirectionMark(bytes, to - 3)) to -= 3;
  while (to > from && (bytes[to - 1] === SPACE || bytes[to - 1] === STOP)) to -= 1;
  const meaning = BODY_PHRASES.meaningOf(bytes, from, to);
  if (!meaning) return null;
  const byTheApp = from > start || bytes[from] === LESS;
  if (meaning.kind === 'call' && !meaning.missed && !byTheApp) return null;
  const sure = !meaning.isGuessed && byTheApp;
  return { ...PLAIN_BODY, ...meaning, rule: meaning.isGuessed ? 'phrase-guessed' : 'phrase', sure };
}

/** Where the mark of an edited message begins, with the space and marks before it; -1 when there is none. */
function editedMark(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || bytes[end - 1] !== GREATER) return -1;
  const least = Math.max(start, end - LONGEST_EDITED_BYTES);
  let open = end - 1;
  while (open > least && bytes[open] !== LESS) open -= 1;
  if (bytes[open] !== LESS || !EDITED_PHRASES.has(textOf(bytes, open, end))) return -1;
  const mark = open - 3 >= start && isDirectionMark(bytes, open - 3) ? open - 3 : open;
  return mark > start && bytes[mark - 1] === SPACE ? mark - 1 : mark;
}

function isGuessedEdit(bytes: Uint8Array, from: number, end: number): boolean {
  const text = textOf(bytes, from, end);
  return EDITED_PHRASES.get(text.slice(text.lastIndexOf('<'))) === true;
}

function namedFile(line: string): BodyKind | null {
  const android = ANDROID_FILE.exec(line);
  const ios = android ? null : IOS_FILE.exec(line);
  return fileBody(android?.[1] ?? ios?.[3], android?.[2] ?? ios?.[2], 'file-name');
}

/** The file that iOS names behind a caption, where the text from `start` to `end` ends in one and begins before it. */
function fileAfterCaption(bytes: Uint8Array, start: number, end: number): BodyKind | null {
  if (end === start || bytes[end - 1] !== GREATER) return null;
  const least = Math.max(start, end - LONGEST_FILE_BYTES);
  let open = end - 1;
  while (open > least && bytes[open] !== LESS) open -= 1;
  const mark = open - 3;
  if (mark <= start || bytes[mark - 1] !== SPACE || !isDirectionMark(bytes, mark)) return null;
  const named = IOS_FILE_AFTER_CAPTION.exec(textOf(bytes, mark, end));
  return fileBody(named?.[2], named?.[1], 'file-name-after-caption');
}

/** A body that names a file, when the name or the wording beside it is one that the app gives. */
function fileBody(name: string | undefined, wording: string | undefined, rule: string): BodyKind | null {
  const file = name?.trim();
  if (file === undefined) return null;
  if (!APP_FILE.test(file) && !FILE_NOTES.has((wording ?? '').trim())) return null;
  const what = KIND_BY_NAME.find(([pattern]) => pattern.test(file))?.[1] ?? 'document';
  return { ...PLAIN_BODY, kind: what === 'contact' ? 'contact' : 'media', rule, what, file };
}

const encoder = new TextEncoder();

function marked(line: string): BodyKind {
  if (POLL.test(line)) return { ...PLAIN_BODY, kind: 'poll', rule: 'poll', isGuessed: !POLL_SURE.test(line) };
  if (MAP_LINK.test(line)) return { ...PLAIN_BODY, kind: 'location', rule: 'location' };
  const call = CALL_WITH_DURATION.exec(line) ?? CALL_WITH_OFFER.exec(line);
  const word = encoder.encode(call?.[1] ?? '');
  const meaning = call ? BODY_PHRASES.meaningOf(word, 0, word.length) : null;
  if (meaning?.kind !== 'call') return PLAIN_BODY;
  return { ...PLAIN_BODY, ...meaning, rule: 'call', durationText: call?.[2] ?? null };
}
