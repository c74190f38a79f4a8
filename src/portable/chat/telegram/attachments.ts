import type { KnownFields } from '../json/known-fields.ts';
import type { Attachment } from '../reading.ts';
import { MESSAGE_KEYS } from './keys.ts';

const K = MESSAGE_KEYS.number;

type Fields = KnownFields<keyof typeof K>;

/** A path, or a sentence in brackets that says why there is no file. */
function attachment(
  value: string | null,
  name: string | null,
  kind: string,
  sizeBytes: number | null,
): Attachment {
  const isMissing = value === null || value.startsWith('(');
  return {
    name: isMissing ? name : value,
    kind,
    included: !isMissing,
    note: isMissing ? value : null,
    ...(sizeBytes === null ? {} : { sizeBytes }),
  };
}

/** What the message says of files; null when nothing. */
export function attachmentsOf(fields: Fields): Attachment[] | null {
  const hasFile = fields.has(K.file) || fields.has(K.media_type);
  if (!hasFile && !fields.has(K.photo) && !fields.has(K.contact_vcard)) return null;
  const found: Attachment[] = [];
  if (fields.has(K.photo))
    found.push(attachment(fields.text(K.photo), null, 'photo', fields.count(K.photo_file_size)));
  if (hasFile) {
    const kind = fields.word(K.media_type) ?? 'file';
    found.push(attachment(fields.text(K.file), fields.text(K.file_name), kind, fields.count(K.file_size)));
  }
  if (fields.has(K.contact_vcard)) {
    const size = fields.count(K.contact_vcard_file_size);
    found.push(attachment(fields.text(K.contact_vcard), null, 'contact_vcard', size));
  }
  return found;
}
