export type {
  ConversationFacts,
  ConversationStore,
  DayPlace,
  DeclaredZoneAnswer,
  FetchedLine,
  FetchedMessage,
  FetchedUnread,
  ReadingOfItem,
  RecordedAnswer,
  MatchesAround,
  MessageFilter,
  NewSearch,
  RunSearch,
  SealEvidence,
} from './conversation-store.ts';
export { LONGEST_MESSAGE_BYTES, zoneAfter } from './conversation-store.ts';
export { dayAfter, daysBetween, decodeDays, isCalendarDay, messagesOf } from './days.ts';
export {
  MESSAGE_TRANSLATED,
  TRANSLATION_DISPUTED,
  TRANSLATION_TAKEN_BACK,
  TRANSLATION_WAYS,
  translationsAfter,
} from './translations.ts';
export type {
  GivenTranslation,
  Remark,
  Translation,
  TranslationEvent,
  TranslationWay,
} from './translations.ts';
export { findGaps } from './gaps.ts';
export type { Gap } from './gaps.ts';
export { MESSAGES_READ, READ_MARKS, readBy, whoRead } from './read-marks.ts';
export type { GivenMark, ReaderOfMessages, ReadMark, WhoRead } from './read-marks.ts';
