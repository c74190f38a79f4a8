import type { MessageKind } from '../reading.ts';

const KINDS: Readonly<Record<string, MessageKind>> = {
  TEXT: 'text',
  MEDIA: 'media',
  IMAGE: 'media',
  PHOTO: 'media',
  VIDEO: 'media',
  STICKER: 'media',
  NOTE: 'media',
  SHARE: 'media',
  SHARESAVEDSTORY: 'media',
  LOCATION: 'location',
};
/** A row in the place of something that was taken back: STATUSERASEDMESSAGE, STATUSERASEDSNAPMESSAGE. */
const ERASED = /^STATUSERASED/;
const STATUS = /^STATUS/;

/** The kind of a row by its "Media Type"; by its content where the word is not known. */
export function snapKind(mediaType: string | null, body: string): MessageKind {
  const word = (mediaType ?? '').toUpperCase();
  if (Object.hasOwn(KINDS, word)) return KINDS[word] as MessageKind;
  if (ERASED.test(word)) return 'deleted';
  if (STATUS.test(word)) return 'system';
  return body === '' ? 'other' : 'text';
}
