import type { DayLimits } from '../clocks/date-tally.ts';
import { DoubtLedger } from '../doubts.ts';
import type { DateOrderName } from '../reading.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { AngleBodies } from './angle-bodies.ts';
import { ShapeDates } from './date-segments.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { Knowledge } from './knowledge.ts';
import { agree, knowledgeOf, NOTHING_KNOWN } from './knowledge.ts';
import { NameUses } from './name-uses.ts';
import { type ChatFile, type HeaderLessons, SettledBatches } from './settled-batches.ts';
import { Survey } from './survey.ts';
import { MessageWalk } from './walk.ts';

/** So much of a long file is looked at first: what it teaches nearly always holds for the rest. */
const BEGINNING_BYTES = 1 << 18;
/** A pass that was told what the one before saw nearly always agrees with it. */
const MOST_PASSES = 5;
/** So many lines for files with the mark of the app to one without make the one remarkable. */
const MARKED_TO_ONE = 10;

export interface LearnOptions {
  readonly limits: DayLimits;
  readonly declared: DateOrderName | null;
}

/** A file that was gone through with all that must be known of it. */
export interface Learned {
  readonly known: Knowledge;
  readonly survey: Survey;
  readonly dates: ShapeDates;
  readonly ledger: DoubtLedger;
  readonly pass: SettledBatches;
}

/**
 * Goes through a file until a pass sees what it was told: for most files once, with what their beginning teaches, and
 * once more for each kind of oddity. What is kept does not grow with the file.
 */
export function learn(file: ChatFile, options: LearnOptions): Learned {
  let known = NOTHING_KNOWN;
  if (file.source.size > BEGINNING_BYTES)
    known = settle({ ...file, source: beginningOf(file.source) }, options, known).next;
  return settle(file, options, known).learned;
}

function settle(
  file: ChatFile,
  options: LearnOptions,
  first: Knowledge,
): { learned: Learned; next: Knowledge } {
  let known = first;
  for (let passes = 1; ; passes++) {
    const { learned, next, isAgreed } = goThrough(file, options, known);
    if (isAgreed || passes === MOST_PASSES) return { learned, next };
    known = next;
  }
}

function goThrough(file: ChatFile, { limits, declared }: LearnOptions, known: Knowledge) {
  const { shapes, names } = file;
  const dates = new ShapeDates(shapes, limits);
  const raw = known.imitations ? new ShapeDates(shapes, limits) : dates;
  const [uses, angles, ledger] = [new NameUses(), new AngleBodies(), new DoubtLedger()];
  const lessons = { raw, dates, uses };
  const pass = new SettledBatches(file, known, lessons);
  const walk = new MessageWalk({ ...known, clock: pass.clock, limits });
  const survey = new Survey(ledger);
  for (let batch = pass.next(); batch; batch = pass.next()) {
    walk.enter(batch);
    for (let i = 0; i < batch.whole; i++) {
      walk.look(batch, i);
      survey.look(walk, batch, i);
      if (walk.verdict !== null) angles.note(batch.bytes, batch.bodyStart[i] as number, walk.bodyEnd);
      if (walk.hasFile && walk.media.day !== null) witness(lessons, batch, i, walk.media.day);
    }
  }
  const imitations = pass.imitations?.found ?? null;
  survey.end();
  const isMarkExpected = walk.unmarkedFiles > 0 && walk.markedFiles >= MARKED_TO_ONE * walk.unmarkedFiles;
  const next = knowledgeOf({ ...lessons, angles, imitations, isMarkExpected }, names, declared);
  const learned: Learned = { known, survey, dates, ledger, pass };
  return { learned, next, isAgreed: agree(known, next, uses, names) };
}

/** A date in the name of a media file, beside the date of its message. */
function witness({ raw, dates }: HeaderLessons, batch: HeaderBatch, i: number, day: number): void {
  const [shape, date] = [batch.shape[i] as number, batch.date[i] as number];
  dates.witness(shape, date, day);
  if (raw !== dates) raw.witness(shape, date, day);
}

function beginningOf(source: ByteSource): ByteSource {
  return {
    ...source,
    size: BEGINNING_BYTES,
    read: (at, into) => source.read(at, into.subarray(0, Math.max(0, BEGINNING_BYTES - at))),
  };
}
