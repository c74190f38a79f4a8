const MINUTE_MS = 60_000;
/** The widest offsets from UTC in civil use: 12 hours behind and 14 hours ahead. */
const EARLIEST_OFFSET_MINUTES = -12 * 60;
const LATEST_OFFSET_MINUTES = 14 * 60;
const OFFSET_STEP_MINUTES = 15;

/** From `from` up to, not including, `to`; both ISO 8601 UTC. */
export interface UtcInterval {
  readonly from: string;
  readonly to: string;
}

const WRITTEN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{3})?)?)?$/;
/** Behind a written time, to make it one of seconds; and its unit. By how many characters it has. */
const UNITS: Readonly<Record<number, readonly [rest: string, unitMs: number]>> = {
  10: ['T00:00:00', 24 * 60 * MINUTE_MS],
  16: [':00', MINUTE_MS],
  19: ['', 1000],
  23: ['', 1],
};

/**
 * When a written local time can have been, in UTC. Without `offsetMinutes` any zone is possible: 26 hours and
 * the unit of the clock. Null when `written` is not in the form that readers write.
 */
export function utcInterval(written: string, offsetMinutes?: number): UtcInterval | null {
  const [rest, unitMs] = (WRITTEN.test(written) ? UNITS[written.length] : null) ?? ['', 0];
  const local = unitMs > 0 ? Date.parse(`${written}${rest}Z`) : Number.NaN;
  if (Number.isNaN(local)) return null;
  const from = local - (offsetMinutes ?? LATEST_OFFSET_MINUTES) * MINUTE_MS;
  const to = local - (offsetMinutes ?? EARLIEST_OFFSET_MINUTES) * MINUTE_MS + unitMs;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The offset between a local and a UTC time in minutes; null when no zone in civil use has it. */
export function plausibleOffset(localSeconds: number, utcSeconds: number): number | null {
  const minutes = (localSeconds - utcSeconds) / 60;
  const inRange = minutes >= EARLIEST_OFFSET_MINUTES && minutes <= LATEST_OFFSET_MINUTES;
  return inRange && minutes % OFFSET_STEP_MINUTES === 0 ? minutes : null;
}
