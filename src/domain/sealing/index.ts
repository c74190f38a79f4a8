export type {
  BlobStore,
  BodyName,
  Created,
  Digests,
  EvidenceOpener,
  OpenSegment,
  ReadBytes,
  RunningDigest,
  SealedItem,
  SealQueue,
  SegmentSealer,
  StoreNames,
  StoredBody,
  WaitingFile,
  WaitingSubmission,
} from './ports.ts';
export { ItemBytes, type ItemParts } from './item-bytes.ts';
export {
  sealNextAddition,
  type AdditionQueue,
  type SealAdditionParts,
  type WaitingAddition,
} from './seal-addition.ts';
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
export { createCopyRemover } from './remove-copies.ts';
export { readBack, type OpenParts, type ReadBackDigests } from './read-back.ts';
export {
  storeAndReadBack,
  storeLocalFile,
  SEGMENT_BYTES,
  type HeaderShelf,
  type RunningReadBack,
  type StoredAndReadBack,
  type StagedUpload,
  type StoreParts,
} from './store-local-file.ts';
