export {
  decodeEventPayload,
  encodeEventPayload,
  type EventPayload,
  type RolledTable,
  type RowImage,
} from './event-payload.ts';
export type { EventOpener, EventSealer } from './ports.ts';
