export { accountFlags, type AccountFlag, type AccountFlagKind } from './account-flags.ts';
export { contactFrom, decodeAnswerLine } from './account-answers.ts';
export { sayingsOf, untickedSince } from './danger-history.ts';
export type { Sayings } from './danger-history.ts';
export { DANGER_ORDERS, GROUP_FROM, isStage, STAGES, TAKE_WITHIN_MS } from './desk.ts';
export type {
  AccountAnswer,
  DangerAsked,
  DangerCounts,
  DangerGroup,
  DangerOrder,
  DangerReport,
  DangerRow,
  DangerVersion,
  DangerVersions,
  DeskBundle,
  DeskCounts,
  DeskItem,
  DeskSubmission,
  ItemReading,
  NamedOfficer,
  QueueEntry,
  QueueFilter,
  QueuePage,
  RecordedEvent,
  ServiceTrouble,
  Stage,
  TakenDanger,
  WaitingDanger,
} from './desk.ts';
export type {
  Act,
  ActOutcome,
  BundleFile,
  BundleFiles,
  DangerClosing,
  DeskActs,
  GivenAnswer,
  GivenRemark,
  QueueStore,
  ServiceState,
  SubmissionStore,
} from './ports.ts';
