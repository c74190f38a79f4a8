import { createHash } from 'node:crypto';
import { concatBytes, fromBase64, toBase64, u64be } from '#portable/bytes/index.ts';
import { openNote, sealNote } from '../secret-note.ts';
import type { ArchiveOfExtract, SourceClass } from '../submission.ts';
import type { ScreenMemory } from '../text-only/index.ts';
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
  /** What the wall of text has to remember to go on where it stopped. */
  readonly screen: ScreenMemory;
};

/** Where a state rests: bound to its draft, its file and its offset, so that storage cannot bring back an older one. */
export type UploadPlace = {
  readonly draft: SecretPlace;
  readonly fileId: Uint8Array;
  readonly offset: number;
};

const FORMAT = 'handover-upload/v1';

type Written = Omit<UploadState, 'digest' | 'screen'> & {
  format: typeof FORMAT;
  digest: string;
  screen: { line: number; hasWords: boolean; tail: string };
};

/** Seals a state (docs/formats/resumable-upload.md). `nonce`: `NOTE_NONCE_BYTES` fresh random bytes. */
export function sealUploadState(place: UploadPlace, state: UploadState, nonce: Uint8Array): Uint8Array {
  const written: Written = {
    format: FORMAT,
    ...state,
    digest: toBase64(state.digest),
    screen: { ...state.screen, tail: toBase64(state.screen.tail) },
  };
  return sealNote(noteAt(place), Buffer.from(JSON.stringify(written)), nonce);
}

/** Opens a state; null when it is not this visitor's, of another place, changed, or of another version of the program. */
export function openUploadState(place: UploadPlace, sealed: Uint8Array): UploadState | null {
  const plain = openNote(noteAt(place), sealed);
  if (plain === null) return null;
  // Only the visitor's key could have made it, so its content is trusted.
  const { format, ...written } = JSON.parse(Buffer.from(plain).toString('utf8')) as Written;
  const digest = fromBase64(written.digest);
  const tail = fromBase64(written.screen.tail);
  if (format !== FORMAT || digest === null || tail === null) return null;
  return { ...written, digest, screen: { ...written.screen, tail } };
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
