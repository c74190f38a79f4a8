import type { MessageKind } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { BODY_PHRASES, EDITED_PHRASES, LONGEST_PHRASE_BYTES } from './phrase-book.ts';

/** What a body is, by its wording. */
export interface BodyKind {
  readonly kind: MessageKind;
  readonly rule: string;
  /** photo, video, voice and so on, where the body says it. */
  readonly what: string | null;
  /** The name of a file that the body names. */
  readonly file: string | null;
  readonly missed: boolean;
  readonly durationText: string | null;
  readonly edited: boolean;
  /** False when the form alone decided, and the wording is not known. */
  readonly known: boolean;
}

const PLAIN: BodyKind = {
  kind: 'text',
  rule: 'text',
  what: null,
  file: null,
  missed: false,
  durationText: null,
  edited: false,
  known: true,
};

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LESS = 0x3c;
const GREATER = 0x3e;
const PAREN_END = 0x29;
const STOP = 0x2e;
const COMMA = 0x2c;
const LONGEST_EDITED_BYTES = 200;
const LONGEST_FILE_LINE_BYTES = 600;

/** Names that the app gives to media files, on Android and on iOS. */
const APP_FILE = /^(?:(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d{4,}|\d{8}-[A-Z]+-\d{4}(?:-\d\d){5})/;
const ANDROID_ATTACHED = /^[\u200e\u200f]*(.+\.[A-Za-z0-9]{1,8}) \(([^()]+)\)$/;
const IOS_ATTACHED = /^[\u200e\u200f]*<[^<>:]{1,40}:\s*([^<>]+)>$/;
const FILE_ATTACHED_WORDS = new Set([
  'file attached', 'Datei angehängt', 'archivo adjunto', 'fichier joint', 'file allegato', 'arquivo anexado',
  'ficheiro anexado', 'bestand bijgevoegd', 'файл добавлен', 'файл додано', 'dosya ekli', 'załączono plik',
  'bifogad fil', 'vedhæftet fil', 'fil vedlagt', 'tiedosto liitetty', 'soubor přiložen', 'fájl csatolva', 'fișier atașat',
  'file terlampir', 'tệp đính kèm', 'ファイル添付', '파일 첨부됨', '文件附件', '文件已附加', '檔案已附加', 'קובץ מצורף', 'ملف مرفق',
  'संलग्न फ़ाइल',
]); // prettier-ignore
const KIND_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^IMG-|-PHOTO-|\.(?:jpe?g|png|heic)$/i, 'photo'],
  [/^STK-|-STICKER-|\.webp$/i, 'sticker'],
  [/-GIF-|\.gif$/i, 'gif'],
  [/^VID-|-VIDEO-|\.(?:mp4|mov|3gp)$/i, 'video'],
  [/^AUD-|^PTT-|-AUDIO-|\.(?:opus|m4a|mp3|aac|ogg)$/i, 'audio'],
  [/\.vcf$/i, 'contact'],
];
const LOCATION =
  /^[\u200e\u200f]*\p{L}[^:\n]{0,40}:\s*(?:.{0,200}? )?https:\/\/maps\.google\.com\/\?q=\S+$|^[\u200e\u200f]*https:\/\/maps\.google\.com\/\?q=\S+$/u;
const LIVE_LOCATION = /^[\u200e\u200f]*live location shared$/i;
const POLL =
  /^[\u200e\u200f]*(?:POLL|UMFRAGE|ENCUESTA|SONDAGE|SONDAGGIO|ENQUETE|PEILING|ANKIETA|ОПРОС|ANKET):[\u200e\u200f]*\r?$/;
const CALL_WITH_DURATION = /^[\u200e\u200f]*<?([^,.<>\d]{4,40})[,.] [\u200e\u200f]*(.{1,40}?)>?$/;

/** Says what a body is. Looks at bytes first, so that ordinary bodies are never decoded here. */
export function bodyKind(bytes: Uint8Array, start: number, end: number): BodyKind {
  const editedFrom = editedMark(bytes, start, end);
  const kind = kindOf(bytes, start, editedFrom < 0 ? end : editedFrom);
  return editedFrom < 0 ? kind : { ...kind, edited: true };
}

function kindOf(bytes: Uint8Array, start: number, end: number): BodyKind {
  const lineEnd = firstLineEnd(bytes, start, end);
  if (lineEnd - start > LONGEST_FILE_LINE_BYTES) return PLAIN;
  if (lineEnd === end) {
    const whole = wholePhrase(bytes, start, end);
    if (whole) return whole;
  }
  const last = bytes[lineEnd - 1];
  if (last === GREATER || last === PAREN_END) {
    const named = namedFile(textOf(bytes, start, lineEnd));
    if (named) return named;
  }
  return mayBeMarked(bytes, start, lineEnd) ? marked(textOf(bytes, start, lineEnd)) : PLAIN;
}

function firstLineEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (bytes[i] === NEWLINE) return i > start && bytes[i - 1] === RETURN ? i - 1 : i;
  }
  return end;
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
  while (to > from && (bytes[to - 1] === 0x20 || bytes[to - 1] === STOP)) to -= 1;
  if (to - from > LONGEST_PHRASE_BYTES) return null;
  const meaning = BODY_PHRASES.meaningOf(bytes, from, to);
  return meaning ? { ...PLAIN, ...meaning, rule: 'phrase' } : null;
}

/** Where the mark of an edited message begins, with the space and marks before it; -1 when there is none. */
function editedMark(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[end - 1] !== GREATER) return -1;
  let at = end - 1;
  const least = Math.max(start, end - LONGEST_EDITED_BYTES);
  while (at >= least && bytes[at] !== LESS && bytes[at] !== NEWLINE) at -= 1;
  if (at < least || bytes[at] !== LESS) return -1;
  const afterMark = at - 3 >= start && isDirectionMark(bytes, at - 3);
  if (afterMark) at -= 3;
  const text = textOf(bytes, afterMark ? at + 3 : at, end);
  if (!EDITED_PHRASES.includes(text)) return -1;
  return at > start && bytes[at - 1] === 0x20 ? at - 1 : at;
}

function namedFile(line: string): BodyKind | null {
  const android = ANDROID_ATTACHED.exec(line);
  const ios = android ? null : IOS_ATTACHED.exec(line);
  const file = android?.[1] ?? ios?.[1]?.trim();
  if (file === undefined) return null;
  const known = android ? FILE_ATTACHED_WORDS.has(android[2] ?? '') : /^[\u200e\u200f]*<attached:/.test(line);
  if (!known && !APP_FILE.test(file)) return null;
  const what = KIND_BY_NAME.find(([pattern]) => pattern.test(file))?.[1] ?? 'document';
  return { ...PLAIN, kind: what === 'contact' ? 'contact' : 'media', rule: 'file-name', what, file };
}

/** True when the line may be a poll, a place or a call with its duration. */
function mayBeMarked(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5 || end - start > LONGEST_FILE_LINE_BYTES) return false;
  const last = bytes[end - 1] as number;
  if (last === 0x3a || isDirectionMark(bytes, end - 3)) return true;
  if (hasMapAddress(bytes, start, end)) return true;
  return end - start <= LONGEST_PHRASE_BYTES && hasPause(bytes, start, end);
}

const MAP_ADDRESS = new TextEncoder().encode('://maps.google');

function hasMapAddress(bytes: Uint8Array, start: number, end: number): boolean {
  const colon = bytes.subarray(start, end).indexOf(0x3a);
  if (colon < 0) return false;
  for (let i = start + colon; i + MAP_ADDRESS.length <= end; i++) {
    if (bytes[i] === 0x3a && MAP_ADDRESS.every((byte, k) => bytes[i + k] === byte)) return true;
  }
  return false;
}

/** A comma or full stop with a space behind it, as between the word for a call and its duration. */
function hasPause(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== 0xe2 && bytes[start] !== LESS && !isUpperOrOther(bytes[start] as number)) return false;
  for (let i = start; i + 1 < end; i++) {
    if ((bytes[i] === COMMA || bytes[i] === STOP) && bytes[i + 1] === 0x20) return true;
  }
  return false;
}

function isUpperOrOther(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || byte >= 0x80;
}

const encoder = new TextEncoder();

function marked(line: string): BodyKind {
  if (POLL.test(line)) return { ...PLAIN, kind: 'poll', rule: 'poll' };
  if (LOCATION.test(line) || LIVE_LOCATION.test(line))
    return { ...PLAIN, kind: 'location', rule: 'location' };
  const call = CALL_WITH_DURATION.exec(line);
  const word = encoder.encode(call?.[1] ?? '');
  const meaning = word.length > 0 ? BODY_PHRASES.meaningOf(word, 0, word.length) : null;
  if (meaning?.kind !== 'call') return PLAIN;
  return { ...PLAIN, ...meaning, rule: 'call', durationText: call?.[2] ?? null };
}
