export type {
  BegunReading,
  ConfinedReader,
  DayCount,
  FinishedReading,
  ReaderEnd,
  ReaderInput,
  ReadingStore,
  StoredLine,
  WaitingReading,
} from './ports.ts';
export { isReadingAnswer, isReadingQuestion, READING_ANSWERED, type ReadingQuestion } from './answers.ts';
export { decodeLeftOut, type LeftOut } from './left-out.ts';
export { compareNext, type ComparisonStore } from './compare-next.ts';
export { MOST_NAMED, shortenedName } from './bounded-head.ts';
export { readNext, type ReadParts } from './read-next.ts';
