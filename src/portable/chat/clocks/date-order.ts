import type { DateOrder, DateOrderName } from '../reading.ts';
import type { DateParts } from './calendar.ts';
import type { DateTally, Travel } from './date-tally.ts';

/** What the header shape shows besides the three numbers. */
export interface DateHabit {
  /** `cjk` when the characters for year, month and day stand beside the numbers. */
  readonly separator: '/' | '.' | '-' | 'cjk';
  /** `12-ascii-upper` is AM/PM, `12-ascii-lower` am/pm or a.m., `12-east-asian` a word before the time. */
  readonly clock: '24' | '12-ascii-upper' | '12-ascii-lower' | '12-east-asian' | '12-other';
  /** False when a day or month below 10 is written with one digit. */
  readonly padded: boolean;
}

/** The dates of all messages whose headers have one shape. */
export interface DatedSegment {
  /** Where the year stands, when its width shows it. */
  readonly yearPlace: 'first' | 'last' | 'unknown';
  readonly habit: DateHabit;
  readonly tally: DateTally;
}

export interface DecidedOrder extends DateOrder {
  /** True when no order fits every date. */
  readonly conflict: boolean;
  /** What became of the order that somebody declared; null when nobody did or nothing depended on it. */
  readonly declared: 'used' | 'excluded' | null;
}

interface Argument {
  readonly order: DateOrderName;
  readonly points: number;
  readonly text: string;
}

const WORDS: Record<DateOrderName, string> = {
  DMY: 'day, month, year',
  MDY: 'month, day, year',
  YMD: 'year, month, day',
  YDM: 'year, day, month',
};

/** By how many points an order must lead to be inferred. */
const CLEAR_LEAD = 2;
/** An order that fails this many times less often than the next is inferred although some dates do not fit it. */
const FAR_FEWER = 10;

function candidateOrders({ yearPlace, habit }: DatedSegment): DateOrderName[] {
  if (habit.separator === 'cjk') return ['YMD'];
  if (yearPlace === 'last') return ['DMY', 'MDY'];
  if (yearPlace === 'first') return ['YMD', 'YDM'];
  return ['DMY', 'MDY', 'YMD', 'YDM'];
}

function showParts({ a, b, c }: DateParts): string {
  return `${a} ${b} ${c}`;
}

function struckEvidence(struck: readonly Travel[]): string[] {
  return struck.map(({ order, firstFailure, failures }) => {
    const example = firstFailure ? ` (first: ${showParts(firstFailure)})` : '';
    return `Not ${WORDS[order]}: ${failures} written ${failures === 1 ? 'date' : 'dates'} would be impossible${example}.`;
  });
}

function* arguedByOrderInFile(travels: readonly Travel[], dates: number): Generator<Argument> {
  for (const { order, backward, daysTravelled } of travels) {
    const others = travels.filter(other => other.order !== order);
    if (others.every(other => other.backward > backward * 2)) {
      yield { order, points: backward === 0 ? 3 : 2, text: `The fewest steps back in time (${backward}).` };
    }
    if (others.every(other => other.daysTravelled > daysTravelled * 3)) {
      yield {
        order,
        points: dates > 2 ? 2 : 1,
        text: `Dates follow each other most closely (${daysTravelled} days in all).`,
      };
    }
  }
}

function* arguedByWitnesses(travels: readonly Travel[], witnesses: number): Generator<Argument> {
  for (const { order, agreeing } of travels) {
    if (agreeing > 0) {
      const text = `${agreeing} of ${witnesses} media file names give the same date.`;
      yield { order, points: 4, text };
    }
  }
}

function* arguedByHabit({ yearPlace, habit, tally }: DatedSegment): Generator<Argument> {
  const { separator, clock, padded } = habit;
  const eastAsian = clock === '12-east-asian';
  if (yearPlace === 'unknown' && separator !== '-' && !eastAsian) {
    const text = 'A year of two digits is rarely written first.';
    yield { order: 'DMY', points: 2, text };
    yield { order: 'MDY', points: 2, text };
  }
  if (yearPlace === 'first') {
    yield { order: 'YMD', points: 4, text: 'The year stands first, and then month before day is usual.' };
  } else if (eastAsian) {
    yield {
      order: 'YMD',
      points: 3,
      text: 'The word for morning or afternoon is of a language that puts the year first.',
    };
  } else if (separator === '.') {
    yield { order: 'DMY', points: 3, text: 'Dates with full stops are usually day first.' };
  } else if (separator === '-') {
    yield { order: 'DMY', points: 1, text: 'Dates with hyphens and the year last are usually day first.' };
  } else if (clock === '12-ascii-upper' && !padded && tally.twoDigitYear) {
    yield { order: 'MDY', points: 2, text: 'Short dates beside AM and PM are usually month first.' };
  } else if (clock === '24' || clock === '12-ascii-lower') {
    yield { order: 'DMY', points: 1, text: 'Slashes beside this kind of clock are more often day first.' };
  } else if (clock === '12-other') {
    yield { order: 'DMY', points: 2, text: 'The language of the clock is one that puts the day first.' };
  }
}

function weigh(alive: readonly Travel[], segment: DatedSegment): Outcome {
  const { tally } = segment;
  const args = [
    ...arguedByOrderInFile(alive, tally.dates),
    ...arguedByWitnesses(alive, tally.witnesses),
    ...arguedByHabit(segment),
  ].filter(argument => alive.some(({ order }) => order === argument.order));
  const points = (order: DateOrderName) =>
    args.filter(argument => argument.order === order).reduce((sum, argument) => sum + argument.points, 0);
  const ranked = alive.map(({ order }) => order).sort((x, y) => points(y) - points(x));
  const [order = null, other = null] = ranked;
  const lead = order && other ? points(order) - points(other) : 0;
  const evidence = args
    .filter(argument => argument.order === order || argument.order === other)
    .map(argument => `For ${WORDS[argument.order]}: ${argument.text}`);
  const decision = lead >= CLEAR_LEAD ? 'inferred' : 'undetermined';
  return { decision, order, other, evidence, conflict: false };
}

type Outcome = Omit<DecidedOrder, 'declared'>;

const NAMED = 'The characters beside the numbers name year, month and day.';
const SAME_DATES = 'Every order that is possible gives the same dates.';
const AFTER_SEALING =
  'Some dates are later than the sealing of the item in every order; that limit was left aside.';

function certain(order: DateOrderName | null, evidence: readonly string[]): Outcome {
  return { decision: 'certain', order, other: null, evidence, conflict: false };
}

/**
 * Decides in which order day, month and year stand, for the headers of one shape: by elimination first, then by what
 * somebody who knows declared, then by evidence, else both orders are kept (reference: section 5.1 of the survey of chat
 * exports).
 */
export function decideDateOrder(segment: DatedSegment, declared: DateOrderName | null = null): DecidedOrder {
  const decided = decideWithout(segment, true);
  if (declared === null || decided.order === null) return { ...decided, declared: null };
  if (decided.decision === 'certain' && decided.order === declared) return { ...decided, declared: null };
  if (decided.evidence.includes(SAME_DATES)) return { ...decided, declared: null };
  return isOpen(segment, decided, declared) ? asDeclared(decided, declared) : excluded(decided, declared);
}

/** The order by the bytes alone. */
function decideWithout(segment: DatedSegment, hasLatest: boolean): Outcome {
  const { tally } = segment;
  if (tally.dates === 0) {
    return { decision: 'not-needed', order: null, other: null, evidence: [], conflict: false };
  }
  const travels = tally.under(candidateOrders(segment), hasLatest);
  const alive = travels.filter(({ failures }) => failures === 0);
  const struck = struckEvidence(travels.filter(({ failures }) => failures > 0));
  if (alive.length === 0) return withoutSurvivor(segment, travels, hasLatest);
  const order = alive[0]?.order ?? null;
  if (segment.habit.separator === 'cjk') return certain(order, [NAMED]);
  if (alive.length === 1) return certain(order, struck);
  if (tally.areSame(alive.map(travel => travel.order))) return certain(order, [...struck, SAME_DATES]);
  const weighed = weigh(alive, segment);
  return { ...weighed, evidence: [...struck, ...weighed.evidence] };
}

/** No order fits every date: perhaps because a clock was ahead, else because the dates disagree among themselves. */
function withoutSurvivor(segment: DatedSegment, travels: Travel[], hasLatest: boolean): Outcome {
  const { tally } = segment;
  if (hasLatest && tally.limits.latest !== null) {
    const again = decideWithout(segment, false);
    if (!again.conflict) return { ...again, evidence: [AFTER_SEALING, ...again.evidence] };
  }
  const readable = travels.filter(({ failures }) => failures < tally.dates);
  const [best, next] = readable.sort((x, y) => x.failures - y.failures);
  const clear = best && (!next || best.failures * FAR_FEWER <= next.failures);
  return {
    decision: clear ? 'inferred' : 'undetermined',
    order: best?.order ?? null,
    other: next?.order ?? null,
    evidence: struckEvidence(travels),
    conflict: best !== undefined,
  };
}

/** Whether the bytes leave open that the order is the one declared. */
function isOpen(segment: DatedSegment, decided: Outcome, declared: DateOrderName): boolean {
  const { decision, order, other, conflict } = decided;
  if (decision === 'certain' || decision === 'not-needed') return false;
  if (conflict) return decision === 'undetermined' && (order === declared || other === declared);
  const hasLatest = !decided.evidence.includes(AFTER_SEALING);
  return segment.tally
    .under(candidateOrders(segment), hasLatest)
    .some(travel => travel.order === declared && travel.failures === 0);
}

function asDeclared(decided: Outcome, declared: DateOrderName): DecidedOrder {
  const other = decided.order === declared ? decided.other : decided.order;
  const said = `Declared by somebody who was asked: ${WORDS[declared]}. The bytes leave it open.`;
  const evidence = [said, ...decided.evidence];
  return { ...decided, decision: 'inferred', order: declared, other, evidence, declared: 'used' };
}

function excluded(decided: Outcome, declared: DateOrderName): DecidedOrder {
  const said = `Declared was ${WORDS[declared]}, which does not fit the dates here. It was not used.`;
  return { ...decided, evidence: [...decided.evidence, said], declared: 'excluded' };
}
