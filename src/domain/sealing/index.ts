export type {
  BlobStore,
  BodyName,
  Created,
  Digests,
  EvidenceOpener,
  ReadBytes,
  RunningDigest,
  SealedItem,
  SealQueue,
  StoredBody,
  WaitingFile,
  WaitingSubmission,
} from './ports.ts';
export { openItem, sealNext, type SealParts, type StoredItem } from './seal-submission.ts';
export { encodeStagedMeta } from './staged-meta.ts';
