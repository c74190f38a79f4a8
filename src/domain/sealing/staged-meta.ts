import { decodeCanonicalJson, encodeCanonicalJson, type CanonicalValue } from '#portable/bytes/index.ts';
import {
  SOURCE_CLASSES,
  type ArchiveOfExtract,
  type SourceClass,
  type StagedFileMeta,
} from '../intake/index.ts';

const KINDS = ['chat', 'account', 'fingerprints', 'file'] as const;

/** The canonical bytes of a staged file's description, before they are sealed to the evidence recipient. */
export function encodeStagedMeta(meta: StagedFileMeta): Uint8Array {
  return encodeCanonicalJson(meta as unknown as CanonicalValue);
}

/** Reads what the public process said of a staged file; null for anything it could not have written. */
export function decodeStagedMeta(bytes: Uint8Array): StagedFileMeta | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return null;
  const value = json.value as Record<string, CanonicalValue>;
  const kind = KINDS.find(known => known === value.kind);
  const sourceClass = (SOURCE_CLASSES as readonly CanonicalValue[]).includes(value.sourceClass ?? null);
  const archive = readArchive(value.extractOf ?? null);
  if (kind === undefined || !sourceClass || archive === undefined) return null;
  if ((value.sourceClass === 'extract') !== (archive !== null)) return null;
  if (typeof value.name !== 'string' || !isSize(value.sizeBytes) || !isDigest(value.sha256Hex)) return null;
  return {
    kind,
    name: value.name,
    sourceClass: value.sourceClass as SourceClass,
    sizeBytes: value.sizeBytes,
    sha256Hex: value.sha256Hex,
    extractOf: archive,
  };
}

function readArchive(value: CanonicalValue): ArchiveOfExtract | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { name, sizeBytes, sha256Hex, member, extractorVersion } = value as Record<string, CanonicalValue>;
  if (typeof name !== 'string' || typeof member !== 'string' || typeof extractorVersion !== 'string')
    return undefined;
  if (!isSize(sizeBytes) || !isDigest(sha256Hex)) return undefined;
  return { name, sizeBytes, sha256Hex, member, extractorVersion };
}

function isSize(value: CanonicalValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDigest(value: CanonicalValue | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
