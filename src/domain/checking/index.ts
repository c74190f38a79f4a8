export { batchCheck } from './batch-check.ts';
export { type Check, type Fault, type Place, runChecks, runSlice, type Slice, type Step } from './check.ts';
export { eventCheck } from './event-check.ts';
export { headCheck } from './head-check.ts';
export { indexCheck } from './index-check.ts';
export { itemCheck } from './item-check.ts';
export type { EventRow, HeadRow, ItemRow, RecordPages, RestingLog, SubmissionRecord } from './ports.ts';
export { proofCheck } from './proof-check.ts';
export { submissionCheck } from './submission-check.ts';
export { tileCheck } from './tile-check.ts';
export {
  nextRunAt,
  scrubNext,
  type ScrubHistory,
  type ScrubParts,
  type ScrubRun,
  type ScrubStore,
  type StartWithoutHead,
} from './scrub.ts';
export { CHECK_TITLES, seenInWords, type CheckId } from './titles.ts';
