const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** "18 September 2026", from a time or day as a reading writes it. It stays on the clock of the file. */
export function writtenDate(written: string): string {
  const [year = '', month = '', day = ''] = written.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "18 September 2026 to 21 November 2026", or the one day that it all was on. */
export function writtenPeriod({ first, last }: { readonly first: string; readonly last: string }): string {
  const [from, to] = [writtenDate(first), writtenDate(last)];
  return from === to ? from : `${from} to ${to}`;
}

/** "Friday 18 September 2026". */
export function writtenWeekday(written: string): string {
  const weekday = new Date(`${written.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return `${WEEKDAYS[weekday] ?? ''} ${writtenDate(written)}`.trim();
}

/** "20:10" or, where the file writes seconds, "20:10:22". */
export function writtenClock(written: string): string {
  return written.slice(11);
}

/** "18 September 2026, 20:10". */
export function writtenTime(written: string): string {
  return `${writtenDate(written)}, ${writtenClock(written)}`;
}
