export { appendToUpload, type Added, type Addition } from './append.ts';
export type { ResumableDigest, StoredUpload, UploadKey, UploadSegment, UploadStore } from './ports.ts';
export {
  beginUpload,
  dropUpload,
  keepFingerprints,
  openUpload,
  settleUpload,
  type NewUpload,
  type OpenUpload,
  type UploadOf,
  type UploadParts,
} from './resumable-upload.ts';
