import { createHash } from 'node:crypto';
import { concatBytes, decodeUtf8, fromBase64, toBase64, u64be } from '#portable/bytes/index.ts';
import { openNote, sealNote } from '../secret-note.ts';
import type { ArchiveOfExtract, SourceClass } from '../submission.ts';
import { type ScreenMemory, TextScreen } from '../text-only/index.ts';
import type { SecretPlace } from '../visitor.ts';

/** What an upload knows of itself between two requests. Only its visitor's key opens it. */
export type UploadState = {
  readonly name: string;
  readonly sourceClass: SourceClass;
  readonly extractOf: ArchiveOfExtract | null;
  /** SHA-256 of the whole file as the sender declared it, in hex; null when it declared none. */
  readonly declaredSha256Hex: string | null;
  readonly fingerprints: { readonly id: string; readonly count: number } | null;
  /** The running SHA-256 of what was acknowledged. It holds up to 63 plain bytes, which is one reason why it is sealed. */
  readonly digest: Uint8Array;
  /** What the wall of text has to remember to go on exactly where it stopped; null before the first byte. */
  readonly screen: ScreenMemory | null;
};

/** Where a state rests: bound to its draft, its file and its offset, so that storage cannot bring back an older one. */
export type UploadPlace = {
  readonly draft: SecretPlace;
  readonly fileId: Uint8Array;
  readonly offset: number;
};

const FORMAT = 'handover-upload/v2';

type Written = Omit<UploadState, 'digest'> & { readonly format: typeof FORMAT; readonly digest: string };

/** Seals a state (docs/formats/resumable-upload.md). `nonce`: `NOTE_NONCE_BYTES` fresh random bytes. */
export function sealUploadState(place: UploadPlace, state: UploadState, nonce: Uint8Array): Uint8Array {
  const written: Written = { format: FORMAT, ...state, digest: toBase64(state.digest) };
  return sealNote(noteAt(place), Buffer.from(JSON.stringify(written)), nonce);
}

/**
 * Opens a state; null when it is not this visitor's, of another place, changed, malformed, or of another version of the
 * program. Only this program seals one, but a process that was captured once may have sealed what it liked: so whatever
 * opens is looked at before it is used.
 */
export function openUploadState(place: UploadPlace, sealed: Uint8Array): UploadState | null {
  const plain = openNote(noteAt(place), sealed);
  const written = plain === null ? null : parse(plain);
  if (written === null || !isWritten(written)) return null;
  const { format: _, ...state } = written;
  const digest = fromBase64(state.digest);
  return digest !== null && goesOnAt(place.offset, state.screen) ? { ...state, digest } : null;
}

function parse(plain: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(decodeUtf8(plain) ?? '');
    return isRecord(value) ? value : null;
  } catch {
    // Not JSON: none of ours.
    return null;
  }
}

/** Without its first byte an upload has no memory; behind it, one that a screen can go on with. */
function goesOnAt(offset: number, screen: ScreenMemory | null): boolean {
  return screen === null ? offset === 0 : TextScreen.resume(screen) !== null;
}

function isWritten(value: Readonly<Record<string, unknown>>): value is Written {
  const { format, name, sourceClass, extractOf, declaredSha256Hex, fingerprints, digest, screen } = value;
  return (
    format === FORMAT &&
    typeof name === 'string' &&
    (sourceClass === 'party-export' || sourceClass === 'extract') &&
    (extractOf === null || isArchive(extractOf)) &&
    (declaredSha256Hex === null || typeof declaredSha256Hex === 'string') &&
    (fingerprints === null || isList(fingerprints)) &&
    typeof digest === 'string' &&
    (screen === null || Array.isArray(screen))
  );
}

function isArchive(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['name', 'sha256Hex', 'member', 'extractorVersion'].every(key => typeof value[key] === 'string') &&
    Number.isSafeInteger(value['sizeBytes'])
  );
}

function isList(value: unknown): boolean {
  return isRecord(value) && typeof value['id'] === 'string' && Number.isSafeInteger(value['count']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noteAt({ draft, fileId, offset }: UploadPlace): SecretPlace {
  const named = concatBytes(
    Buffer.from('handover/upload-state/v1\0'),
    draft.id,
    fileId,
    u64be(BigInt(offset)),
  );
  return { id: createHash('sha256').update(named).digest(), key: draft.key };
}
