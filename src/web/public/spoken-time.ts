const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The time of day in the United Kingdom, as people write it: `2:04pm`. */
export function spokenTime(at: Date): string {
  return CLOCK.format(at).replace(/\s/g, '');
}

/** The day and time in the United Kingdom: `Monday 23 November 2026, 2:12pm`. */
export function spokenMoment(at: Date): string {
  return `${DAY.format(at).replace(',', '')}, ${spokenTime(at)}`;
}

/** A span of whole days as people say it before "after": `7 days`, `a day`. */
export function spokenDays(days: number): string {
  return days === 1 ? 'a day' : `${days} days`;
}

/** A size as people read it: `412 KB`. Powers of 1,000, as phones count. */
export function spokenSize(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} bytes`;
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)} KB`;
  if (sizeBytes < 1_000_000_000) return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
  return `${(sizeBytes / 1_000_000_000).toFixed(1)} GB`;
}
