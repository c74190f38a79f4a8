import { randomBytes } from 'node:crypto';
import { encodeHeader, type Header, isAuthentic, parseHeader } from './header.ts';
import { pointOf } from './keys.ts';
import { FILE_KEY_BYTES, unwrapFileKey, wrapFileKey } from './x25519.ts';

/** A header for a file key made now: whoever holds an identity of one recipient opens what is sealed under it. */
export function newFileKey(recipients: readonly string[]): { fileKey: Uint8Array; header: Uint8Array } {
  const fileKey = randomBytes(FILE_KEY_BYTES);
  return { fileKey, header: headerFor(fileKey, pointsOf(recipients)) };
}

/** The X25519 points of recipients. Throws TypeError when one is not a recipient: those a person wrote are checked before. */
export function pointsOf(recipients: readonly string[]): Uint8Array[] {
  if (recipients.length === 0) throw new TypeError('nothing is sealed to nobody');
  return recipients.map(recipient => {
    const point = pointOf(recipient);
    if (point === null) throw new TypeError('this is not an age recipient of ours');
    return point;
  });
}

export function headerFor(fileKey: Uint8Array, points: readonly Uint8Array[]): Uint8Array {
  return encodeHeader(
    points.map(point => wrapFileKey(fileKey, point)),
    fileKey,
  );
}

/** Why a header gives no file key. */
export type HeaderRefusal = 'bad-header' | 'no-match' | 'bad-mac';

export type OpenedHeader =
  | { readonly ok: true; readonly fileKey: Uint8Array; readonly header: Header }
  | { readonly ok: false; readonly reason: HeaderRefusal };

/** The file key of the age file that begins with these bytes, for any of these secrets. The MAC is checked before it is given. */
export function openHeader(file: Uint8Array, secrets: readonly Uint8Array[]): OpenedHeader {
  const header = parseHeader(file);
  if (header === null) return { ok: false, reason: 'bad-header' };
  for (const stanza of header.stanzas) {
    for (const secret of secrets) {
      const fileKey = unwrapFileKey(stanza, secret);
      if (fileKey === 'malformed') return { ok: false, reason: 'bad-header' };
      if (fileKey === 'not-ours') continue;
      return isAuthentic(header, fileKey) ? { ok: true, fileKey, header } : { ok: false, reason: 'bad-mac' };
    }
  }
  return { ok: false, reason: 'no-match' };
}
