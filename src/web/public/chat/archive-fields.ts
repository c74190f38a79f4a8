import type { ArchiveOfExtract, Fingerprint } from '#domain/intake/index.ts';
import { decodeUtf8 } from '#portable/bytes/index.ts';

const LONGEST_NAME = 1024;
const MOST_FINGERPRINTS = 10_000;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads what our script said of the archive that an extract was taken from. Null when this is no extract, undefined when
 * something in it is not as our script writes it. All of it is the word of the submitter's browser.
 */
export function readArchiveFields(fields: ReadonlyMap<string, string>): ArchiveOfExtract | null | undefined {
  const name = fields.get('archiveName');
  if (name === undefined) return null;
  const member = fields.get('archiveMember') ?? '';
  const extractorVersion = fields.get('extractorVersion') ?? '';
  const fingerprint = fingerprintOf({
    name,
    sizeBytes: Number(fields.get('archiveSizeBytes')),
    sha256Hex: fields.get('archiveSha256Hex'),
  });
  if (fingerprint === null || !isName(member) || !/^[a-z0-9./-]{1,40}$/.test(extractorVersion))
    return undefined;
  return { ...fingerprint, member, extractorVersion };
}

/** Reads the list of fingerprints that our script sends with an extract; null when it is not one. */
export function readFingerprints(bytes: Uint8Array): readonly Fingerprint[] | null {
  const values = parseList(bytes);
  if (values === null || values.length > MOST_FINGERPRINTS) return null;
  const fingerprints = values.map(fingerprintOf);
  return fingerprints.includes(null) ? null : fingerprints.filter(each => each !== null);
}

function parseList(bytes: Uint8Array): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes) ?? '');
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function fingerprintOf(value: unknown): Fingerprint | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, sizeBytes, sha256Hex } = value as Record<string, unknown>;
  if (!isName(name) || typeof sha256Hex !== 'string' || !DIGEST.test(sha256Hex)) return null;
  if (typeof sizeBytes !== 'number' || !Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return null;
  return { name, sizeBytes, sha256Hex };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME && value.isWellFormed();
}
