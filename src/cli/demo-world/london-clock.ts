// Wall clocks in London for autumn 2026: summer time ends on 25 October at 01:00 UTC, and 01:00 to 02:00 comes twice.

const SUMMER_TIME_ENDS = Date.UTC(2026, 9, 25, 1) / 1000;
const SUMMER_OFFSET_SECONDS = 3600;

/** A wall clock as a person would read it off a phone. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The London wall clock at an instant given in whole seconds since 1970 (UTC). Right from April 2026 to March 2027. */
export function londonWall(instant: number): Wall {
  const shown = new Date((instant + offsetAt(instant)) * 1000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    weekday: shown.getUTCDay(),
  };
}

/** The instant (seconds, UTC) of a London wall clock text `YYYY-MM-DDTHH:MM[:SS]`; the first of the two in the repeated hour. */
export function londonInstant(wall: string): number {
  const shown = Date.parse(wall.length === 16 ? `${wall}:00Z` : `${wall}Z`) / 1000;
  if (Number.isNaN(shown)) throw new Error(`not a wall clock: ${wall}`);
  const inSummer = shown - SUMMER_OFFSET_SECONDS;
  return inSummer < SUMMER_TIME_ENDS ? inSummer : shown;
}

/** True for an instant whose wall clock comes twice that night. */
export function isRepeatedHour(instant: number): boolean {
  return Math.abs(instant - SUMMER_TIME_ENDS + 0.5) < SUMMER_OFFSET_SECONDS;
}

function offsetAt(instant: number): number {
  return instant < SUMMER_TIME_ENDS ? SUMMER_OFFSET_SECONDS : 0;
}

/** `YYYY-MM-DDTHH:MM` or, with seconds, `YYYY-MM-DDTHH:MM:SS`. */
export function wallText(wall: Wall, precision: 'minute' | 'second'): string {
  const minutes = `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
  return precision === 'minute' ? minutes : `${minutes}:${two(wall.second)}`;
}

/** `YYYY-MM-DDTHH:MM:SSZ`. */
export function instantText(instant: number): string {
  return `${new Date(instant * 1000).toISOString().slice(0, 19)}Z`;
}

/** At least two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
