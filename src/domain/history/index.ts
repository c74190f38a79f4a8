export { encodeBatch, openBatch, type OpenedBatch } from './batch.ts';
export { encodeEventPayload, ROLLED_TABLES, type RolledTable, type RowImage } from './event-payload.ts';
export { type KnownHeads, knownHeads } from './known-heads.ts';
export type {
  BatchName,
  BatchShelf,
  EventOpener,
  EventSealer,
  HeadElsewhere,
  HeadFile,
  HistoryStore,
  RolledBatch,
  RolledEvent,
  TileStore,
} from './ports.ts';
export { openEntry, rollForward, salvage, type RollForward, type RollForwardParts } from './roll-forward.ts';
