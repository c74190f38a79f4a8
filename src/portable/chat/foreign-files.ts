import { endsLinesByCr, type Sample } from './sample.ts';

/** What an item is that is no chat this program reads: each kind, and a sentence for the person who handed it in. */
const KINDS = {
  empty: 'The file is empty: it has no bytes.',
  picture: 'This is a picture, not the text of a chat.',
  recording: 'This is a sound or film recording, not the text of a chat.',
  pdf: 'This is a PDF document, not the text file that the app exports.',
  archive: 'This is an archive. The chat is a text file inside it, and that file can be read.',
  'utf-16-text':
    'The text was saved again by another program in an encoding (UTF-16) that chat exports do not have.',
  'lines-ended-by-cr':
    'The lines of this text end in CR alone, which no chat export does: another program saved it again. Save it once more with line ends of LF, and keep this file as well.',
  'telegram-html':
    'This is a page of a Telegram export that holds no messages. They are in the files named messages.html, messages2.html and so on; or export the chat again as "machine-readable JSON", which holds more.',
  'snapchat-return':
    'This looks like what Snapchat gives to an authority (conversations.csv), not what the owner of an account downloads. It cannot be read here; chat_history.json of a download can.',
  'discord-exporter-csv':
    'This is a Discord channel as CSV, which gives no message numbers and no seconds. Export the channel again as JSON.',
  'other-json': 'This is a JSON file, but not of an app whose exports can be read.',
  'other-text': 'This is text, but no line begins with a date and time in the way of a chat export.',
  'unknown-bytes': 'The file is not text.',
} as const;

export type ForeignKind = keyof typeof KINDS;

export const FOREIGN_KINDS: readonly string[] = Object.keys(KINDS);

/** Why an item is none that can be read, as sentences. Codes never change. */
export const FOREIGN = { ...KINDS, 'only-blanks': 'The file holds only blanks.' } as const;

export type ForeignCode = keyof typeof FOREIGN;

/** What an item is, and why that is said. */
export interface Foreign {
  readonly kind: ForeignKind;
  readonly reason: ForeignCode;
}

/** Beginnings of files: bytes as Latin-1 text, how far in they stand, and what they mean. */
const BEGINNINGS: readonly (readonly [text: string, at: number, kind: ForeignKind])[] = [
  ['\x89PNG\r\n\x1a\n', 0, 'picture'],
  ['\xff\xd8\xff', 0, 'picture'],
  ['GIF87a', 0, 'picture'],
  ['GIF89a', 0, 'picture'],
  ['WEBP', 8, 'picture'],
  ['II*\0', 0, 'picture'],
  ['MM\0*', 0, 'picture'],
  ['ftypheic', 4, 'picture'],
  ['ftypmif1', 4, 'picture'],
  ['ftypavif', 4, 'picture'],
  ['ftyp', 4, 'recording'],
  ['OggS', 0, 'recording'],
  ['ID3', 0, 'recording'],
  ['\x1aE\xdf\xa3', 0, 'recording'],
  ['%PDF-', 0, 'pdf'],
  ['PK\x03\x04', 0, 'archive'],
  ['PK\x05\x06', 0, 'archive'],
  ['\x1f\x8b', 0, 'archive'],
  ['7z\xbc\xaf\x27\x1c', 0, 'archive'],
  ['Rar!\x1a\x07', 0, 'archive'],
];

function found(kind: ForeignKind): Foreign {
  return { kind, reason: kind };
}

function startsWith(head: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (head[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Says what an item is by its first bytes, when they belong to a kind of file that is never a chat. */
export function foreignByBytes({ head, sizeBytes }: Sample): Foreign | null {
  if (sizeBytes === 0) return found('empty');
  const beginning = BEGINNINGS.find(([text, at]) => startsWith(head, text, at));
  if (beginning) return found(beginning[2]);
  const utf16 = startsWith(head, '\xff\xfe', 0) || startsWith(head, '\xfe\xff', 0);
  return utf16 ? found('utf-16-text') : null;
}

/** Says what an item is that no format claimed. */
export function foreignByText({ headText }: Sample): Foreign {
  if (headText.trim() === '') return { kind: 'empty', reason: 'only-blanks' };
  if (/^\s*<!DOCTYPE html/i.test(headText) && /class="page_wrap"/.test(headText))
    return found('telegram-html');
  if (/^={5,}[ \t\r]*$/m.test(headText) && /^content_type,message_type,conversation_id/m.test(headText))
    return found('snapchat-return');
  if (/^\s*[[{]/.test(headText)) return found('other-json');
  if (/^"?AuthorID"?,"?Author"?,"?Date"?,/.test(headText)) return found('discord-exporter-csv');
  const strange = headText.split(/[\0-\x08\x0e-\x1f\ufffd]/).length - 1;
  if (strange > headText.length / 20) return found('unknown-bytes');
  return found(endsLinesByCr(headText) ? 'lines-ended-by-cr' : 'other-text');
}
