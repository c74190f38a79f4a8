export type {
  ConversationFacts,
  ConversationStore,
  DayPlace,
  DeclaredZoneAnswer,
  FetchedLine,
  FetchedMessage,
  FetchedUnread,
  RecordedAnswer,
  MessageFilter,
  SealEvidence,
} from './conversation-store.ts';
export { LONGEST_MESSAGE_BYTES, zoneAfter } from './conversation-store.ts';
export { dayAfter, daysBetween, decodeDays, isCalendarDay, messagesOf } from './days.ts';
export { findGaps } from './gaps.ts';
export type { Gap } from './gaps.ts';
