export { encodeBatch, openBatch, type Batch, type BatchEntry, type OpenedBatch } from './batch.ts';
export {
  decodeEventPayload,
  encodeEventPayload,
  type EventPayload,
  type RolledTable,
  type RowImage,
} from './event-payload.ts';
export { type Elsewhere, type KnownHeads, knownHeads } from './known-heads.ts';
export type { BatchName, BatchShelf, EventOpener, EventSealer, HeadElsewhere, HeadFile } from './ports.ts';
