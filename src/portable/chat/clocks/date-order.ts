import type { DateOrder, DateOrderName } from '../reading.ts';
import type { DateParts } from './calendar.ts';
import { dayUnder } from './calendar.ts';

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
  readonly twoDigitYear: boolean;
  /** In file order; consecutive equal dates once. */
  readonly dates: readonly DateParts[];
  readonly habit: DateHabit;
  /** Dates from another clock (names of media files), beside the date of the message that carries them. */
  readonly witnesses: readonly { readonly parts: DateParts; readonly day: number }[];
}

/** Days since 1970 outside which no message can be. `latest` is null when nobody knows when the file was sealed. */
export interface DayLimits {
  readonly earliest: number;
  readonly latest: number | null;
}

export interface DecidedOrder extends DateOrder {
  /** True when no order fits every date. */
  readonly conflict: boolean;
}

interface Candidate {
  readonly order: DateOrderName;
  /** Null for a date that the order cannot read or that lies outside the limits. */
  readonly days: readonly (number | null)[];
  readonly failures: number;
  readonly firstFailure: number;
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

function tryOrder(order: DateOrderName, segment: DatedSegment, limits: DayLimits): Candidate {
  const days = segment.dates.map(parts => {
    const day = dayUnder(order, parts, segment.twoDigitYear);
    return day === null || day < limits.earliest || (limits.latest !== null && day > limits.latest)
      ? null
      : day;
  });
  const failures = days.filter(day => day === null).length;
  return { order, days, failures, firstFailure: days.indexOf(null) };
}

function showParts({ a, b, c }: DateParts): string {
  return `${a} ${b} ${c}`;
}

function struckEvidence(struck: readonly Candidate[], segment: DatedSegment): string[] {
  return struck.map(({ order, firstFailure, failures }) => {
    const parts = segment.dates[firstFailure];
    const example = parts ? ` (first: ${showParts(parts)})` : '';
    return `Not ${WORDS[order]}: ${failures} written ${failures === 1 ? 'date' : 'dates'} would be impossible${example}.`;
  });
}

interface Travel {
  readonly backward: number;
  readonly daysTravelled: number;
}

function travelOf({ days }: Candidate): Travel {
  let backward = 0;
  let daysTravelled = 0;
  let last: number | null = null;
  for (const day of days) {
    if (day === null) continue;
    if (last !== null && day < last) backward += 1;
    if (last !== null) daysTravelled += Math.abs(day - last);
    last = day;
  }
  return { backward, daysTravelled };
}

function* arguedByOrderInFile(candidates: readonly Candidate[]): Generator<Argument> {
  const travels = candidates.map(candidate => ({ order: candidate.order, ...travelOf(candidate) }));
  const dates = candidates[0]?.days.length ?? 0;
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

function* arguedByWitnesses(candidates: readonly Candidate[], segment: DatedSegment): Generator<Argument> {
  const { witnesses, twoDigitYear } = segment;
  for (const { order } of candidates) {
    const agreeing = witnesses.filter(
      ({ parts, day }) => dayUnder(order, parts, twoDigitYear) === day,
    ).length;
    if (agreeing > 0) {
      yield {
        order,
        points: 4,
        text: `${agreeing} of ${witnesses.length} media file names give the same date.`,
      };
    }
  }
}

function* arguedByHabit({ yearPlace, habit, twoDigitYear }: DatedSegment): Generator<Argument> {
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
  } else if (clock === '12-ascii-upper' && !padded && twoDigitYear) {
    yield { order: 'MDY', points: 2, text: 'Short dates beside AM and PM are usually month first.' };
  } else if (clock === '24' || clock === '12-ascii-lower') {
    yield { order: 'DMY', points: 1, text: 'Slashes beside this kind of clock are more often day first.' };
  } else if (clock === '12-other') {
    yield { order: 'DMY', points: 2, text: 'The language of the clock is one that puts the day first.' };
  }
}

function weigh(candidates: readonly Candidate[], segment: DatedSegment): DecidedOrder {
  const alive = new Set(candidates.map(({ order }) => order));
  const args = [
    ...arguedByOrderInFile(candidates),
    ...arguedByWitnesses(candidates, segment),
    ...arguedByHabit(segment),
  ].filter(({ order }) => alive.has(order));
  const points = (order: DateOrderName) =>
    args.filter(argument => argument.order === order).reduce((sum, argument) => sum + argument.points, 0);
  const ranked = candidates.map(({ order }) => order).sort((x, y) => points(y) - points(x));
  const [order = null, other = null] = ranked;
  const lead = order && other ? points(order) - points(other) : 0;
  const evidence = args
    .filter(argument => argument.order === order || argument.order === other)
    .map(argument => `For ${WORDS[argument.order]}: ${argument.text}`);
  return {
    decision: lead >= CLEAR_LEAD ? 'inferred' : 'undetermined',
    order,
    other,
    evidence,
    conflict: false,
  };
}

function sameDays([first, ...rest]: readonly Candidate[]): boolean {
  return first !== undefined && rest.every(({ days }) => days.every((day, i) => day === first.days[i]));
}

/**
 * Decides in which order day, month and year stand, for the headers of one shape: by elimination first, then by
 * evidence, else both orders are kept (reference: section 5.1 of the survey of chat exports).
 */
export function decideDateOrder(segment: DatedSegment, limits: DayLimits): DecidedOrder {
  if (segment.dates.length === 0) {
    return { decision: 'not-needed', order: null, other: null, evidence: [], conflict: false };
  }
  const candidates = candidateOrders(segment).map(order => tryOrder(order, segment, limits));
  const alive = candidates.filter(({ failures }) => failures === 0);
  const struck = struckEvidence(
    candidates.filter(({ failures }) => failures > 0),
    segment,
  );
  if (alive.length === 0) return withoutSurvivor(candidates, segment, limits);
  const [first] = alive;
  const order = first?.order ?? null;
  if (segment.habit.separator === 'cjk') return certain(order, [NAMED]);
  if (alive.length === 1) return certain(order, struck);
  if (sameDays(alive)) return certain(order, [...struck, SAME_DATES]);
  const weighed = weigh(alive, segment);
  return { ...weighed, evidence: [...struck, ...weighed.evidence] };
}

const NAMED = 'The characters beside the numbers name year, month and day.';
const SAME_DATES = 'Every order that is possible gives the same dates.';
const AFTER_SEALING =
  'Some dates are later than the sealing of the item in every order; that limit was left aside.';

function certain(order: DateOrderName | null, evidence: readonly string[]): DecidedOrder {
  return { decision: 'certain', order, other: null, evidence, conflict: false };
}

/** No order fits every date: perhaps because a clock was ahead, else because the dates disagree among themselves. */
function withoutSurvivor(
  candidates: readonly Candidate[],
  segment: DatedSegment,
  limits: DayLimits,
): DecidedOrder {
  if (limits.latest !== null) {
    const again = decideDateOrder(segment, { ...limits, latest: null });
    if (!again.conflict) return { ...again, evidence: [AFTER_SEALING, ...again.evidence] };
  }
  const readable = candidates.filter(({ failures }) => failures < segment.dates.length);
  const [best, next] = readable.sort((x, y) => x.failures - y.failures);
  const evidence = struckEvidence(candidates, segment);
  const clear = best && (!next || best.failures * FAR_FEWER <= next.failures);
  return {
    decision: clear ? 'inferred' : 'undetermined',
    order: best?.order ?? null,
    other: next?.order ?? null,
    evidence,
    conflict: best !== undefined,
  };
}
