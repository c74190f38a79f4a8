export type {
  ConfinedReader,
  DayCount,
  FinishedReading,
  ReaderAnswer,
  ReadingStore,
  StoredLine,
  WaitingReading,
} from './ports.ts';
export { readNext, type ReadParts } from './read-next.ts';
