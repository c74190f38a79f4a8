import { fromBase64, fromHex, toHex } from '../../bytes/index.ts';
import type { JsonFields } from '../json/fields.ts';
import type { Attachment } from '../reading.ts';
import { present } from '../records/text-doubts.ts';

const HASH_BYTES = 32;
const BASE64_LENGTH = 44;
const HEX_LENGTH = 64;

/** A SHA-256 as 64 hexadecimal digits, from base64 or from digits; null for anything else. */
function hashOf(text: string | null): string | null {
  if (text?.length === BASE64_LENGTH) {
    const bytes = fromBase64(text);
    return bytes?.length === HASH_BYTES ? toHex(bytes) : null;
  }
  const digits = text?.length === HEX_LENGTH ? text.toLowerCase() : '';
  return fromHex(digits)?.length === HASH_BYTES ? digits : null;
}

/** photo, video or audio by the type of the content, else the type as written. */
function kindOf(contentType: string | null): string | null {
  const [, main] = /^(image|video|audio)\//.exec(contentType ?? '') ?? [];
  return main === 'image' ? 'photo' : (main ?? contentType);
}

/** What a file pointer says of a file. The hash is there once the app had the file. */
export function attachmentOf(pointer: JsonFields | null, kind: string | null = null): Attachment {
  const locator = pointer?.object('locatorInfo') ?? null;
  const sha256 = hashOf(locator?.text('plaintextHash') ?? null);
  const name = pointer?.text('fileName') ?? null;
  return {
    name,
    kind: kind ?? kindOf(pointer?.text('contentType') ?? null),
    included: sha256 !== null,
    note: null,
    ...present('sha256', sha256),
    ...present('sizeBytes', locator?.count('size') ?? pointer?.count('size') ?? null),
  };
}

/** Attachments of a message: pointers, with a flag for what was recorded as a voice message. */
export function attachmentsOf(message: JsonFields): Attachment[] {
  const found: Attachment[] = [];
  for (const one of message.objects('attachments')) {
    const isVoice = one.text('flag') === 'VOICE_MESSAGE';
    found.push(attachmentOf(one.object('pointer'), isVoice ? 'voice message' : null));
  }
  return found;
}
