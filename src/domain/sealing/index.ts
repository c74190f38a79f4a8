export type {
  BlobStore,
  Digests,
  EvidenceOpener,
  RunningDigest,
  SealedItem,
  SealQueue,
  WaitingFile,
  WaitingSubmission,
} from './ports.ts';
export { openItem, sealNext, type SealParts, type StoredItem } from './seal-submission.ts';
export { encodeStagedMeta } from './staged-meta.ts';
