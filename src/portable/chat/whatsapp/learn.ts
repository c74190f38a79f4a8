import type { DayLimits } from '../clocks/date-tally.ts';
import { DoubtLedger } from '../doubts.ts';
import type { DateOrderName } from '../reading.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { AngleBodies } from './angle-bodies.ts';
import { ShapeDates } from './date-segments.ts';
import type { Knowledge } from './knowledge.ts';
import { agree, knowledgeOf, NOTHING_KNOWN } from './knowledge.ts';
import { NameUses } from './name-uses.ts';
import { type ChatFile, SettledBatches } from './settled-batches.ts';
import { Survey } from './survey.ts';
import { MessageWalk } from './walk.ts';

/** So much of a long file is looked at first: what it teaches nearly always holds for the rest. */
const BEGINNING_BYTES = 1 << 18;
/** A pass that was told what the one before saw nearly always agrees with it. */
const MOST_PASSES = 5;

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
  const pass = new SettledBatches(file, known, { raw, dates, uses });
  const walk = new MessageWalk({ ...known, clock: pass.clock, limits });
  const survey = new Survey(ledger);
  for (let batch = pass.next(); batch; batch = pass.next()) {
    walk.enter(batch);
    for (let i = 0; i < batch.whole; i++) {
      walk.look(batch, i);
      survey.look(walk, batch, i);
      if (walk.verdict !== null) angles.note(batch.bytes, batch.bodyStart[i] as number, walk.bodyEnd);
    }
  }
  const imitations = pass.imitations?.found ?? null;
  const next = knowledgeOf({ raw, dates, uses, angles, imitations, isMarkExpected: false }, names, declared);
  const learned: Learned = { known, survey, dates, ledger, pass };
  return { learned, next, isAgreed: agree(known, next, uses, names) };
}

function beginningOf(source: ByteSource): ByteSource {
  return {
    ...source,
    size: BEGINNING_BYTES,
    read: (at, into) => source.read(at, into.subarray(0, Math.max(0, BEGINNING_BYTES - at))),
  };
}
