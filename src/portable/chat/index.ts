/** Reading chat exports byte for byte. */
export { millisOfInstant } from './clocks/iso.ts';
export { DeclaredZone } from './clocks/declared-zone.ts';
export { utcInterval } from './clocks/zone.ts';
export type { UtcInterval } from './clocks/zone.ts';
export { detectChat } from './detect.ts';
export type { Detection, RunnerUp } from './detect.ts';
export { decodeDetection } from './detection/decode-detection.ts';
export { damageSentence, reasonSentence } from './detection/reasons.ts';
export type { Reason } from './detection/reasons.ts';
export { diffReadings, diffReadingsAsTheyCome } from './difference/diff-readings.ts';
export type { DiffResult, ReadingDifference } from './difference/diff-readings.ts';
export type { ChangedField, Compared, Place } from './difference/tally.ts';
export { doubtSentence } from './doubts.ts';
export type { ForeignKind } from './foreign-files.ts';
export { ALL_READERS, FORMATS as CHAT_FORMATS, formatBasis, formatOfReader, formatTitle } from './formats.ts';
export { readChat } from './read-chat.ts';
export type { ReadChatOptions, ReadChatResult } from './read-chat.ts';
export { decodeReadingLine, encodeReadingLines } from './reading-lines.ts';
export type { DecodedLine, ReadingHead, ReadingLine } from './reading-lines.ts';
export type {
  Attachment,
  Call,
  ChatFormat,
  Conversation,
  DateOrder,
  DateOrderName,
  Doubt,
  FormatBasis,
  Message,
  MessageKind,
  Period,
  Precision,
  Reaction,
  ReadOptions,
  Reading,
  Repair,
  Span,
  Speaker,
  Zone,
} from './reading.ts';
export { isDateOrder } from './reading.ts';
export { sourceOf } from './source/byte-source.ts';
export type { ByteSource } from './source/byte-source.ts';
export { gapsBetween, tilesExactly } from './tiling.ts';
