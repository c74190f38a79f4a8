import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';

const ZONE = 'Europe/London';
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });

const DATE = format({ day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DATE = format({ day: 'numeric', month: 'short' });
const CLOCK = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const MINUTE = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY_KEY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** "21 November 2026, 19:08:33": when something happened, on the clock of the desk. */
export function londonTime(at: Date): string {
  return `${DATE.format(at)}, ${CLOCK.format(at)}`;
}

/** The same as an element that says the instant to machines. */
export function timeElement(at: Date, text: string = londonTime(at)): Html {
  return html`<time datetime="${at.toISOString()}">${text}</time>`;
}

/** "Monday 23 November 2026, 14:06:21". */
export function londonWeekday(at: Date): string {
  return `${WEEKDAY.format(at).replace(',', '')}, ${CLOCK.format(at)}`;
}

/** "14:06:21". */
export function londonClock(at: Date): string {
  return CLOCK.format(at);
}

/** "today 10:15", "yesterday 22:44", "21 Nov 11:02"; with the year when it is another. */
export function londonShort(at: Date, now: Date): string {
  const time = MINUTE.format(at);
  const day = DAY_KEY.format(at);
  if (day === DAY_KEY.format(now)) return `today ${time}`;
  if (day === DAY_KEY.format(new Date(now.getTime() - 86_400_000))) return `yesterday ${time}`;
  const year = day.slice(0, 4) === DAY_KEY.format(now).slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${SHORT_DATE.format(at)}${year} ${time}`;
}

/** The day on the clock of the desk, `YYYY-MM-DD`. */
export function londonDay(at: Date): string {
  return DAY_KEY.format(at);
}

/** The instant at which the desk's day began. */
export function startOfLondonDay(now: Date): Date {
  const midnightUtc = Date.parse(`${londonDay(now)}T00:00:00Z`);
  const candidates = [midnightUtc, midnightUtc - 3_600_000];
  return new Date(
    candidates.find(at => MINUTE.format(at) === '00:00' && londonDay(new Date(at)) === londonDay(now)) ??
      midnightUtc,
  );
}

/** "12 s", "3 min 12 s", "2 h 05 min", "3 days 4 h": how long something took or has waited. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'} ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/** A clock as it is read at a glance: "3:12", "1:05:09". */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (part: number): string => String(part).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}
