import { concatBytes, fromBase64, fromHex, toBase64, toHex } from '../bytes/index.ts';
import { isKeyName } from './verifier-key.ts';

/** One signature line: the key's name, its id as 8 hex digits, and the signature bytes after the id. */
export type NoteSignature = { name: string; keyId: string; signature: Uint8Array };

/** A signed note: its text, final newline included, and its signature lines. Nothing in it has been checked. */
export type Note = { text: string; signatures: NoteSignature[] };

/** The outcome of `decodeNote`; the reason is one sentence. */
export type DecodedNote = { ok: true; note: Note } | { ok: false; reason: string };

/** More than a log and 32 witnesses need, few enough to check. C2SP signed-note asks for at least 16. */
const MAX_SIGNATURES = 64;
const MAX_NOTE_LENGTH = 1_000_000;
const SIGNATURE_LINE = /^\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)$/u;

/** Reads a signed note (C2SP signed-note, "Format"): text, a blank line, 1 to 64 signature lines. Never throws. */
export function decodeNote(text: string): DecodedNote {
  if (text.length > MAX_NOTE_LENGTH) return refuse('The note is too long.');
  if (!isNoteText(text)) return refuse('The note holds characters that a note may not hold.');
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return refuse('The note has no text, blank line and signature lines.');
  const lines = text.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return refuse('The note has too many signature lines.');
  const signatures = lines.map(decodeSignatureLine).filter(signature => signature !== null);
  if (signatures.length !== lines.length) return refuse('A signature line of the note is malformed.');
  return { ok: true, note: { text: text.slice(0, end + 1), signatures } };
}

/** The note as text; `decodeNote` gives it back. Throws TypeError for a note that `decodeNote` would refuse. */
export function encodeNote(note: Note): string {
  const text = `${note.text}\n${note.signatures.map(encodeSignatureLine).join('')}`;
  const again = decodeNote(text);
  if (!again.ok || again.note.text !== note.text) throw new TypeError('This cannot be a signed note.');
  return text;
}

/** Whether the text is Unicode without control characters other than newline. */
export function isNoteText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function encodeSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = fromHex(keyId) ?? new Uint8Array(0);
  return `\u2014 ${name} ${toBase64(concatBytes(id, signature))}\n`;
}

function decodeSignatureLine(line: string): NoteSignature | null {
  const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const payload = fromBase64(base64);
  if (!isKeyName(name) || payload === null || payload.length < 5) return null;
  return { name, keyId: toHex(payload.subarray(0, 4)), signature: payload.slice(4) };
}

function refuse(reason: string): DecodedNote {
  return { ok: false, reason };
}
