import { decodeUtf8, fromBase64 } from '#portable/bytes/index.ts';

const LONGEST_HEADER = 16_384;
const KEY = /^[!-+\--~]{1,100}$/;

/**
 * Reads `Upload-Metadata`: pairs of a key and base64, parted by commas; a key may stand without a value. Null for anything
 * else. Source: tus resumable upload protocol 1.0.x, "Upload-Metadata".
 */
export function parseUploadMetadata(header: string | undefined): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  if (header === undefined || header.trim() === '') return fields;
  if (header.length > LONGEST_HEADER) return null;
  for (const pair of header.split(',')) {
    const [key = '', value = '', ...rest] = pair.trim().split(' ');
    const bytes = fromBase64(value);
    const text = bytes === null ? null : decodeUtf8(bytes);
    if (!KEY.test(key) || rest.length > 0 || text === null || fields.has(key)) return null;
    fields.set(key, text);
  }
  return fields;
}

/** What a client asks to be compared with the bytes of one request. */
export type Checksum = { readonly algorithm: 'sha1' | 'sha256'; readonly digest: Uint8Array };

/** Digests that `Upload-Checksum` may use. The protocol obliges us to take sha1; our own pages send sha256. */
export const CHECKSUM_ALGORITHMS = ['sha1', 'sha256'] as const;
const DIGEST_BYTES = { sha1: 20, sha256: 32 } as const;

/** Reads `Upload-Checksum`; undefined when there is none, null when it cannot be used. Source: tus 1.0.x, "Checksum". */
export function parseUploadChecksum(header: string | undefined): Checksum | null | undefined {
  if (header === undefined) return undefined;
  const [name = '', value = '', ...rest] = header.trim().split(' ');
  const algorithm = CHECKSUM_ALGORITHMS.find(known => known === name);
  const digest = fromBase64(value);
  if (algorithm === undefined || digest === null || rest.length > 0) return null;
  return digest.length === DIGEST_BYTES[algorithm] ? { algorithm, digest } : null;
}

/** Reads a header that counts bytes; null when it is not there or not a number that can be one. */
export function parseByteCount(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string' || !/^(0|[1-9][0-9]{0,15})$/.test(header)) return null;
  const count = Number(header);
  return Number.isSafeInteger(count) ? count : null;
}
