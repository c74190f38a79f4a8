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
export {
  disposalStatus,
  disposeItem,
  finishDisposal,
  type Backup,
  type DisposalOrder,
  type DisposalOutcome,
  type DisposalOrders,
  type DisposalQueue,
  type DisposalStatus,
} from './dispose-item.ts';
export {
  rotateKeys,
  type RotateOutcome,
  type RotateParts,
  type Rotation,
  type RotationStore,
  type StagedPiece,
} from './rotate-keys.ts';
