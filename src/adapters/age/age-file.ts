import { concatBytes } from '#portable/bytes/index.ts';
import { type HeaderRefusal, newFileKey, openHeader } from './file-keys.ts';
import { parseHeader } from './header.ts';
import { secretOf } from './keys.ts';
import { NONCE_BYTES, openBody, sealBody } from './payload.ts';

/** Seals bytes that are all here to every one of the recipients (`age1…`), as one complete age file. */
export function sealAge(recipients: readonly string[], plain: Uint8Array): Uint8Array {
  const { fileKey, header } = newFileKey(recipients);
  return concatBytes(header, sealBody(fileKey, plain));
}

export type OpenedAge =
  | { readonly ok: true; readonly plain: Uint8Array }
  | { readonly ok: false; readonly reason: HeaderRefusal | 'damaged' };

/** Opens an age file that is all here with any of the identities. Throws TypeError for an identity that is not one. */
export function tryOpenAge(file: Uint8Array, identities: readonly string[]): OpenedAge {
  const opened = openHeader(file, identities.map(secretOf));
  if (!opened.ok) return opened;
  const body = file.subarray(opened.header.length);
  if (body.length < NONCE_BYTES) return { ok: false, reason: 'bad-header' };
  const chunks: Uint8Array[] = [];
  for (const chunk of openBody(opened.fileKey, body)) {
    if (chunk === null) return { ok: false, reason: 'damaged' };
    chunks.push(chunk);
  }
  return { ok: true, plain: concatBytes(...chunks) };
}

/** The plain bytes of an age file, or null when it is damaged, cut short, or sealed to somebody else. Rejects a bad identity. */
export async function openAge(
  file: Uint8Array,
  ...identities: readonly string[]
): Promise<Uint8Array | null> {
  const opened = tryOpenAge(file, identities);
  return opened.ok ? opened.plain : null;
}

/**
 * Cuts an age file where its header ends: `header` is everything to the line feed after the `--- MAC` line, `body` the
 * nonce and payload. Joined again they are the file, which any age tool opens. Null when it is not an age file. The MAC
 * is not checked here. Source: age specification, "Header".
 */
export function splitAge(file: Uint8Array): { header: Uint8Array; body: Uint8Array } | null {
  const length = parseHeader(file)?.length;
  return length === undefined ? null : { header: file.subarray(0, length), body: file.subarray(length) };
}
