import { formatDay, formatTime } from '../clocks/calendar.ts';
import type { Precision } from '../reading.ts';

const DAY_SECONDS = 86_400;
const MINUTES = Array.from({ length: 1440 }, (_, minute) => formatTime(minute * 60, 'minute'));

/** `YYYY-MM-DDTHH:MM[:SS]` for seconds since 1970 on the file's own clock. */
export function writtenOf(seconds: number, precision: Precision): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  return formatDay(day) + formatTime(seconds - day * DAY_SECONDS, precision);
}

/** The same again and again: neighbours mostly share their day, so the last one is remembered. */
export class WrittenTimes {
  #from = 0;
  #to = 0;
  #day = '';

  of(seconds: number, hasSeconds: boolean): string {
    if (seconds < this.#from || seconds >= this.#to) this.#enterDay(seconds);
    const second = seconds - this.#from;
    const minute = (second / 60) | 0;
    return this.#day + (hasSeconds ? formatTime(second, 'second') : (MINUTES[minute] as string));
  }

  #enterDay(seconds: number): void {
    const day = Math.floor(seconds / DAY_SECONDS);
    this.#from = day * DAY_SECONDS;
    this.#to = this.#from + DAY_SECONDS;
    this.#day = formatDay(day);
  }
}
