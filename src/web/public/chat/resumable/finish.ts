import {
  type OpenUpload,
  settleUpload,
  openUpload,
  type StagedFile,
  type UploadOf,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import type { Pages } from '../../question.ts';
import { noteFile } from '../receive.ts';

type Whole = { readonly of: UploadOf; readonly secrets: VisitorSecrets; readonly upload: OpenUpload };

/** Completes an upload that has come to its end and notes it among the answers; again changes nothing. False when it is gone. */
export async function finishUpload(pages: Pages, { of, secrets, upload }: Whole): Promise<boolean> {
  const staged = await settleUpload(pages.parts, of, upload);
  return staged !== null && noteStaged(pages, { of, secrets, upload }, staged);
}

/** Notes a file that has just been completed. */
export async function noteFinished(
  pages: Pages,
  { of, secrets }: Omit<Whole, 'upload'>,
  staged: StagedFile,
): Promise<boolean> {
  const upload = await openUpload(pages.parts, of);
  return upload !== null && noteStaged(pages, { of, secrets, upload }, staged);
}

function noteStaged(pages: Pages, { secrets, upload }: Whole, staged: StagedFile): Promise<boolean> {
  const { name, sourceClass, extractOf, fingerprints } = upload.state;
  return noteFile(pages, secrets, {
    id: toHex(staged.id),
    name,
    sizeBytes: staged.sizeBytes,
    sha256Hex: staged.sha256Hex,
    sourceClass,
    archiveName: extractOf?.name ?? null,
    fingerprints,
  });
}
