import type { IntakeDoor, EvidenceSealer } from '../door.ts';
import { NOTE_NONCE_BYTES } from '../secret-note.ts';
import type { StagedFile } from '../stage-file.ts';
import type { SecretPlace } from '../visitor.ts';
import { encodeFileMeta } from '../file-meta.ts';
import type { ResumableDigest, StoredUpload, UploadKey, UploadStore } from './ports.ts';
import { openUploadState, sealUploadState, type UploadPlace, type UploadState } from './upload-state.ts';

/** What resumable uploads need. */
export type UploadParts = {
  readonly door: UploadStore & Pick<IntakeDoor, 'completeFile' | 'dropFile'>;
  readonly sealer: EvidenceSealer;
  readonly digest: ResumableDigest;
  readonly random: (sizeBytes: number) => Uint8Array;
};

/** Whose upload it is and which: nobody else's key finds it. */
export type UploadOf = { readonly draft: SecretPlace; readonly fileId: Uint8Array };

/** What is said of a file when its upload begins. */
export type NewUpload = Pick<UploadState, 'name' | 'sourceClass' | 'extractOf' | 'declaredSha256Hex'> & {
  readonly length: number;
};

/** An upload with its state opened. */
export type OpenUpload = Omit<StoredUpload, 'state'> & { readonly state: UploadState };

export function keyOf({ draft, fileId }: UploadOf): UploadKey {
  return { draftId: draft.id, fileId };
}

/** Begins an upload of `length` bytes (at least 1) and gives its id. Nothing of it counts before it is complete. */
export async function beginUpload(
  parts: UploadParts,
  draft: SecretPlace,
  { length, ...said }: NewUpload,
): Promise<Uint8Array> {
  const fileId = parts.random(16);
  const state: UploadState = {
    ...said,
    fingerprints: null,
    digest: parts.digest.empty(),
    screen: null,
  };
  await parts.door.beginUpload(
    { draftId: draft.id, fileId },
    length,
    sealAt(parts, { draft, fileId, offset: 0 }, state),
  );
  return fileId;
}

/** Where an upload stands; null when this visitor has none of this id, or what is stored is not theirs to open. */
export async function openUpload(parts: UploadParts, of: UploadOf): Promise<OpenUpload | null> {
  const stored = await parts.door.findUpload(keyOf(of));
  if (stored === null) return null;
  const state = openUploadState({ ...of, offset: stored.offset }, stored.state);
  return state === null || !parts.digest.isState(state.digest) ? null : { ...stored, state };
}

/** Keeps the id and count of a list of fingerprints that goes with an upload. False once bytes have come, or it is gone. */
export async function keepFingerprints(
  parts: UploadParts,
  of: UploadOf,
  fingerprints: { readonly id: string; readonly count: number },
): Promise<boolean> {
  const upload = await openUpload(parts, of);
  if (upload === null || upload.complete || upload.offset > 0 || upload.state.fingerprints !== null)
    return false;
  const state = sealAt(parts, { ...of, offset: 0 }, { ...upload.state, fingerprints });
  return parts.door.keepUploadState(keyOf(of), 0, state);
}

/** Removes an upload and what was stored of it. Nothing happens when there is none, or it was handed in. */
export async function dropUpload(parts: Pick<UploadParts, 'door'>, of: UploadOf): Promise<void> {
  await parts.door.dropFile(of.draft.id, of.fileId);
}

/**
 * Completes an upload whose last byte is acknowledged; doing it again changes nothing, so that a crash between the last
 * byte and this is mended by whoever asks next. `null`: what arrived is not what the sender declared, and it is dropped.
 */
export async function settleUpload(
  parts: UploadParts,
  of: UploadOf,
  upload: OpenUpload,
): Promise<StagedFile | null> {
  const { state, length, segments } = upload;
  const sha256Hex = parts.digest.hexOf(state.digest);
  if (state.declaredSha256Hex !== null && state.declaredSha256Hex !== sha256Hex) {
    await dropUpload(parts, of);
    return null;
  }
  const { name, sourceClass, extractOf } = state;
  if (!upload.complete) {
    const meta = encodeFileMeta({ kind: 'chat', name, sourceClass, sizeBytes: length, sha256Hex, extractOf });
    await parts.door.completeFile(of.fileId, segments, await parts.sealer.seal(meta));
  }
  return { id: of.fileId, sizeBytes: length, sha256Hex };
}

export function sealAt(
  parts: Pick<UploadParts, 'random'>,
  place: UploadPlace,
  state: UploadState,
): Uint8Array {
  return sealUploadState(place, state, parts.random(NOTE_NONCE_BYTES));
}
