export { decodeAnswerLine } from './account-answers.ts';
export { isStage, STAGES, TAKE_WITHIN_MS } from './desk.ts';
export type {
  AccountAnswer,
  DangerCounts,
  DangerReport,
  DeskBundle,
  DeskCounts,
  DeskItem,
  DeskSubmission,
  ItemReading,
  NamedOfficer,
  OpenDanger,
  QueueEntry,
  QueueFilter,
  QueuePage,
  RecordedEvent,
  ServiceTrouble,
  Stage,
} from './desk.ts';
export type {
  Act,
  ActOutcome,
  BundleFile,
  BundleFiles,
  DangerClosing,
  DeskActs,
  QueueStore,
  ServiceState,
  SubmissionStore,
} from './ports.ts';
