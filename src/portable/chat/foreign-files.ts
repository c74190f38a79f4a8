import { endsLinesByCr, type Sample } from './sample.ts';

/** What an item is when it is no chat that can be read. */
export type ForeignKind =
  | 'empty'
  | 'picture'
  | 'recording'
  | 'pdf'
  | 'archive'
  | 'utf-16-text'
  | 'lines-ended-by-cr'
  | 'telegram-html'
  | 'snapchat-return'
  | 'discord-exporter-csv'
  | 'other-json'
  | 'other-text'
  | 'unknown-bytes';

/** What to say about it, to the person who handed it in. */
export interface Foreign {
  readonly kind: ForeignKind;
  readonly reason: string;
}

const PICTURE = 'This is a picture, not the text of a chat.';
const RECORDING = 'This is a sound or film recording, not the text of a chat.';
const ARCHIVE = 'This is an archive. The chat is a text file inside it, and that file can be read.';

/** Beginnings of files: bytes as Latin-1 text, how far in they stand, and what they mean. */
const BEGINNINGS: readonly (readonly [text: string, at: number, kind: ForeignKind, reason: string])[] = [
  ['\x89PNG\r\n\x1a\n', 0, 'picture', PICTURE],
  ['\xff\xd8\xff', 0, 'picture', PICTURE],
  ['GIF87a', 0, 'picture', PICTURE],
  ['GIF89a', 0, 'picture', PICTURE],
  ['WEBP', 8, 'picture', PICTURE],
  ['II*\0', 0, 'picture', PICTURE],
  ['MM\0*', 0, 'picture', PICTURE],
  ['ftypheic', 4, 'picture', PICTURE],
  ['ftypmif1', 4, 'picture', PICTURE],
  ['ftypavif', 4, 'picture', PICTURE],
  ['ftyp', 4, 'recording', RECORDING],
  ['OggS', 0, 'recording', RECORDING],
  ['ID3', 0, 'recording', RECORDING],
  ['\x1aE\xdf\xa3', 0, 'recording', RECORDING],
  ['%PDF-', 0, 'pdf', 'This is a PDF document, not the text file that the app exports.'],
  ['PK\x03\x04', 0, 'archive', ARCHIVE],
  ['PK\x05\x06', 0, 'archive', ARCHIVE],
  ['\x1f\x8b', 0, 'archive', ARCHIVE],
  ['7z\xbc\xaf\x27\x1c', 0, 'archive', ARCHIVE],
  ['Rar!\x1a\x07', 0, 'archive', ARCHIVE],
];

const SNAPCHAT_RETURN =
  'This looks like what Snapchat gives to an authority (conversations.csv), not what the owner of an account downloads. It cannot be read here; chat_history.json of a download can.';

const UTF_16 =
  'The text was saved again by another program in an encoding (UTF-16) that chat exports do not have.';

const ENDED_BY_CR =
  'The lines of this text end in CR alone, which no chat export does: another program saved it again. Save it once more with line ends of LF, and keep this file as well.';

function startsWith(head: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (head[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Says what an item is by its first bytes, when they belong to a kind of file that is never a chat. */
export function foreignByBytes({ head, sizeBytes }: Sample): Foreign | null {
  if (sizeBytes === 0) return { kind: 'empty', reason: 'The file is empty: it has no bytes.' };
  const beginning = BEGINNINGS.find(([text, at]) => startsWith(head, text, at));
  if (beginning) return { kind: beginning[2], reason: beginning[3] };
  const utf16 = startsWith(head, '\xff\xfe', 0) || startsWith(head, '\xfe\xff', 0);
  return utf16 ? { kind: 'utf-16-text', reason: UTF_16 } : null;
}

/** Says what an item is that no format claimed. */
export function foreignByText({ headText }: Sample): Foreign {
  if (headText.trim() === '') return { kind: 'empty', reason: 'The file holds only blanks.' };
  if (/^\s*<!DOCTYPE html/i.test(headText) && /class="page_wrap"/.test(headText)) {
    const reason =
      'This is a page of a Telegram export that holds no messages. They are in the files named messages.html, messages2.html and so on; or export the chat again as "machine-readable JSON", which holds more.';
    return { kind: 'telegram-html', reason };
  }
  if (/^={5,}[ \t\r]*$/m.test(headText) && /^content_type,message_type,conversation_id/m.test(headText)) {
    return { kind: 'snapchat-return', reason: SNAPCHAT_RETURN };
  }
  if (/^\s*[[{]/.test(headText)) {
    return {
      kind: 'other-json',
      reason: 'This is a JSON file, but not of an app whose exports can be read.',
    };
  }
  if (/^"?AuthorID"?,"?Author"?,"?Date"?,/.test(headText)) {
    const reason =
      'This is a Discord channel as CSV, which gives no message numbers and no seconds. Export the channel again as JSON.';
    return { kind: 'discord-exporter-csv', reason };
  }
  const strange = headText.split(/[\0-\x08\x0e-\x1f\ufffd]/).length - 1;
  if (strange > headText.length / 20) return { kind: 'unknown-bytes', reason: 'The file is not text.' };
  if (endsLinesByCr(headText)) return { kind: 'lines-ended-by-cr', reason: ENDED_BY_CR };
  const reason = 'This is text, but no line begins with a date and time in the way of a chat export.';
  return { kind: 'other-text', reason };
}
