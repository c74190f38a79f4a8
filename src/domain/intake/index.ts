export { newAccount, type Account } from './account.ts';
export { ACCOUNT_NAME, awareIn, isAccountName } from './account-name.ts';
export {
  CONDUCT_KINDS,
  HARM_KINDS,
  HOLDING_KINDS,
  NO_ANSWERS,
  OWN_PARTS,
  YES_NO,
  type TopicAnswers,
  type YesNo,
} from './answers.ts';
export { topicsOf, type Topic } from './branch.ts';
export { DANGER_KINDS, isDangerKind, type DangerAnswers, type DangerKind } from './danger.ts';
export type {
  Box,
  BoxOpener,
  EvidenceSealer,
  ForceNotice,
  HandInState,
  IntakeDoor,
  Partner,
  SubmitRequest,
} from './door.ts';
export { EMPTY_DRAFT, type Draft, type DraftFile } from './draft.ts';
export { NO_CONTACT, type SafeContact } from './safe-contact.ts';
export {
  beginDraft,
  changeDraft,
  forgetReturnCode,
  loadDraft,
  loadTicket,
  type KeeperParts,
  type Ticket,
} from './draft-keeper.ts';
export { canHandIn, encodeAccount, handIn, type HandedIn, type HandInParts } from './hand-in.ts';
export {
  appendToUpload,
  beginUpload,
  dropUpload,
  keepFingerprints,
  openUpload,
  settleUpload,
  type Added,
  type OpenUpload,
  type ResumableDigest,
  type UploadKey,
  type UploadOf,
  type UploadParts,
  type UploadSegment,
} from './resumable/index.ts';
export { partnerVisitor, PARTNER_KEY_BYTES } from './partner.ts';
export { boxSecrets, parseReturnCode, type BoxSecrets } from './return-code.ts';
export {
  SEGMENT_BYTES,
  stageOwnBytes,
  stageText,
  type FileToStage,
  type StagedFile,
  type StageOutcome,
  type StageParts,
  type StageRefusal,
} from './stage-file.ts';
export {
  isSubmitterType,
  SOURCE_CLASSES,
  SUBMITTER_TYPES,
  type ArchiveOfExtract,
  type Fingerprint,
  type ItemKind,
  type SourceClass,
  type StagedFileMeta,
  type SubmitterType,
} from './submission.ts';
export { NOTE_NONCE_BYTES, openNote, sealNote } from './secret-note.ts';
export { FINGERPRINT_LIST_WORDS, fingerprintListName, isFingerprintList } from './fingerprint-list.ts';
export { SOURCE_WORDS, sourceWords } from './source-words.ts';
export {
  areOnlyNames,
  isOnlyWords,
  type ForeignFile,
  type TextRefusal,
  type WrittenFile,
} from './text-only/index.ts';
export {
  decodeVisitorKey,
  encodeVisitorKey,
  visitorSecrets,
  type SecretPlace,
  type VisitorKey,
  type VisitorSecrets,
} from './visitor.ts';
