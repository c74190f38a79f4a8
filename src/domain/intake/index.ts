export type { Account, HappenedFacts, SafeContact } from './account.ts';
export { DANGER_KINDS, isDangerKind, type DangerAnswers, type DangerKind } from './danger.ts';
export type {
  Box,
  BoxOpener,
  EvidenceSealer,
  ForceNotice,
  HandInState,
  IntakeDoor,
  SubmitRequest,
} from './door.ts';
export {
  isSubmitterType,
  SOURCE_CLASSES,
  SUBMITTER_TYPES,
  type ArchiveOfExtract,
  type Fingerprint,
  type SourceClass,
  type StagedFileMeta,
  type SubmitterType,
} from './submission.ts';
