const DAY_MS = 86_400_000;

/** What a written time was in UTC, by the clock of a named zone. */
export interface DeclaredInstant {
  /** Null when the zone's clock never showed that time, or showed it twice and nothing decides. */
  readonly utcMs: number | null;
  /** `missing`: the hour that is left out in spring. `repeated`: the hour that comes twice in autumn. */
  readonly hour: 'once' | 'missing' | 'repeated';
}

const ONCE = 'once';

/**
 * A clock of a zone that somebody declared (an IANA name, as `Europe/London`). The rules of the zone are those that this
 * program's JavaScript carries; the zone of the machine is never asked.
 */
export class DeclaredZone {
  readonly #format: Intl.DateTimeFormat;
  #before: number | null = null;

  private constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  /** Null when no zone of that name is known. */
  static named(name: string): DeclaredZone | null {
    try {
      return new DeclaredZone(
        new Intl.DateTimeFormat('en-US', {
          timeZone: name,
          calendar: 'gregory',
          numberingSystem: 'latn',
          hourCycle: 'h23',
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
        }),
      );
    } catch {
      return null;
    }
  }

  /** Every moment at which the clock showed this time: none, one or two, earliest first. */
  instantsOf(localMs: number): number[] {
    const offsets = new Set([this.#offsetAt(localMs - DAY_MS), this.#offsetAt(localMs + DAY_MS)]);
    return [...offsets]
      .map(offset => localMs - offset)
      .filter(utcMs => utcMs + this.#offsetAt(utcMs) === localMs)
      .toSorted((a, b) => a - b);
  }

  /**
   * The moment of the next message of a conversation in file order. A time that came twice is settled by that order alone:
   * when the message before was later than the first of the two, it was the second.
   */
  next(localMs: number): DeclaredInstant {
    const [first, second] = this.instantsOf(localMs);
    if (first === undefined) return { utcMs: null, hour: 'missing' };
    const isSecond =
      second !== undefined && this.#before !== null && this.#before > first && this.#before <= second;
    const utcMs = second === undefined ? first : isSecond ? second : null;
    if (utcMs !== null) this.#before = utcMs;
    return { utcMs, hour: second === undefined ? ONCE : 'repeated' };
  }

  #offsetAt(utcMs: number): number {
    const whole = Math.floor(utcMs / 1000) * 1000;
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(whole)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  }
}
