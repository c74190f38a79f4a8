/** One day of a conversation. Days must be in order and without holes: a day without messages has zeros. */
export interface StripDay {
  /** "2026-09-18". */
  readonly date: string;
  /** Messages of the first speaker, drawn upwards. */
  readonly up: number;
  /** Messages of everybody else, drawn downwards. */
  readonly down: number;
  /** Where a press on the day leads; nowhere on a day without messages. */
  readonly href?: string | undefined;
  /** Doubts of the reading on that day. */
  readonly doubts?: number | undefined;
  /** True for days that are on screen. */
  readonly isShown?: boolean | undefined;
  /** True for days inside a gap, drawn hatched. */
  readonly isGap?: boolean | undefined;
}

/** A bar of the strip: a day, or several days where a conversation is longer than a bar a day has room for. */
export interface Bar {
  /** "18 September 2026", or "18 September to 24 September 2026". */
  readonly name: string;
  /** "18 Sept". */
  readonly shortName: string;
  readonly up: number;
  readonly down: number;
  readonly doubts: number;
  readonly href: string | undefined;
  readonly isShown: boolean;
  readonly isGap: boolean;
}

/** Puts days together until there are at most `most` bars; the sums stay what they were. */
export function barsOf(days: readonly StripDay[], most: number): { bars: readonly Bar[]; daysInBar: number } {
  const daysInBar = Math.max(1, Math.ceil(days.length / most));
  const starts = Array.from({ length: Math.ceil(days.length / daysInBar) }, (_, index) => index * daysInBar);
  return {
    daysInBar,
    bars: starts.map(start => barOf(days.slice(start, start + daysInBar), days.length > 300)),
  };
}

function barOf(days: readonly StripDay[], isLong: boolean): Bar {
  const sum = (count: (day: StripDay) => number): number =>
    days.reduce((total, day) => total + count(day), 0);
  const first = days[0]!.date;
  const last = days.at(-1)!.date;
  return {
    name: first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`,
    shortName: isLong ? monthYear(first) : shortDate(first),
    up: sum(day => day.up),
    down: sum(day => day.down),
    doubts: sum(day => day.doubts ?? 0),
    href: days.find(day => day.href !== undefined)?.href,
    isShown: days.some(day => day.isShown),
    isGap: days.every(day => day.isGap),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SHORT = 'Jan Feb March April May June July Aug Sept Oct Nov Dec'.split(' ');

function partsOf(date: string): { day: number; month: number; year: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: Number(day), month: Number(month) - 1, year };
}

function longDate(date: string): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${MONTHS[month] ?? ''} ${year}`;
}

function shortDate(date: string): string {
  const { day, month } = partsOf(date);
  return `${day} ${SHORT[month] ?? ''}`;
}

function monthYear(date: string): string {
  const { month, year } = partsOf(date);
  return `${SHORT[month] ?? ''} ${year}`;
}
