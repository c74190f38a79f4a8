import { catalogue, type Language } from '#web/ui/language/index.ts';
import { sizeInWords } from './spoken-size.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const DAY = {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', DAY);
const WELSH_DAY = new Intl.DateTimeFormat('cy', DAY);

const SPOKEN = catalogue(
  {
    time: (at: Date) => clock(at),
    moment: (at: Date) => `${ENGLISH_DAY.format(at).replace(',', '')}, ${clock(at)}`,
    days: (days: number) => (days === 1 ? 'a day' : `${days} days`),
    size: (sizeBytes: number) => sizeInWords(sizeBytes, 'bytes'),
  },
  {
    time: welshClock,
    moment: at => `${WELSH_DAY.format(at).replace(',', '')}, ${welshClock(at)}`,
    // A number takes the singular, and "2" softens its first letter.
    days: days => (days === 1 ? 'diwrnod' : days === 2 ? '2 ddiwrnod' : `${days} diwrnod`),
    size: sizeBytes => sizeInWords(sizeBytes, 'beit'),
  },
);

function clock(at: Date): string {
  return CLOCK.format(at).replace(/\s/g, '');
}

/** "yb" before noon, "yh" after it. */
function welshClock(at: Date): string {
  return clock(at).replace('am', 'yb').replace('pm', 'yh');
}

/** The time of day in the United Kingdom, as people write it: `2:04pm`. */
export function spokenTime(at: Date, language: Language): string {
  return SPOKEN.in(language).time(at);
}

/** The day and time in the United Kingdom: `Monday 23 November 2026, 2:12pm`. */
export function spokenMoment(at: Date, language: Language): string {
  return SPOKEN.in(language).moment(at);
}

/** A span of whole days as people say it before "after": `7 days`, `a day`. */
export function spokenDays(days: number, language: Language): string {
  return SPOKEN.in(language).days(days);
}

/** A size as people read it: `412 KB`. */
export function spokenSize(sizeBytes: number, language: Language = 'en'): string {
  return SPOKEN.in(language).size(sizeBytes);
}
