import { dayNumber } from '../clocks/calendar.ts';

/** `IMG-20220323-WA0000.jpg`: a day and a number that the phone counts in it. */
const ANDROID = /^[A-Z]{3}-(\d{4})(\d\d)(\d\d)-WA(\d{4})/;
/** `00000035-PHOTO-2022-03-27-21-41-55.jpg`, `00000036-Timetable.pdf`: a number that counts in the export, and a time. */
const IOS = /^(\d{8})-(?:[A-Z]+-(\d{4})-(\d\d)-(\d\d)(?:-\d\d){3})?/;
const NO_DAY = -1;

interface Named {
  readonly number: number;
  readonly n: number;
}

/** What the names that the app gives to media files say, beside the messages that carry them. */
export class MediaWatch {
  /** The day in the name looked at last, in days since 1970; null when it has none. */
  day: number | null = null;
  /** The numbers that are skipped before it, as `3 to 5`; null when none are. */
  skipped: string | null = null;
  #androidDay = NO_DAY;
  #android = 0;
  #ios: Named | null = null;

  /** Takes the file name of message `n`. */
  look(name: string, n: number): void {
    this.day = null;
    this.skipped = null;
    const android = ANDROID.exec(name);
    if (android) {
      this.day = dayOf(android, 1);
      this.#lookAtAndroid(Number(android[4]));
      return;
    }
    const ios = IOS.exec(name);
    if (!ios) return;
    if (ios[2] !== undefined) this.day = dayOf(ios, 2);
    this.#lookAtIos({ number: Number(ios[1]), n });
  }

  /** The phone counts through a day, over all its chats. */
  #lookAtAndroid(number: number): void {
    const day = this.day ?? NO_DAY;
    if (day === this.#androidDay && number > this.#android + 1)
      this.skipped = range(this.#android + 1, number - 1);
    if (day !== this.#androidDay || number > this.#android) this.#android = number;
    this.#androidDay = day;
  }

  /** Whether the export counts files or messages: the number never grows by more than there are messages. */
  #lookAtIos(named: Named): void {
    const before = this.#ios;
    this.#ios = named;
    if (before && named.number - before.number > named.n - before.n)
      this.skipped = range(before.number + 1, named.number - 1);
  }
}

function dayOf(match: RegExpExecArray, from: number): number | null {
  const [year = 0, month = 0, day = 0] = match.slice(from, from + 3).map(Number);
  return dayNumber(year, month, day);
}

function range(first: number, last: number): string {
  return first === last ? `${first}` : `${first} to ${last}`;
}
