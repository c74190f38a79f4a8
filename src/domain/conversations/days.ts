import type { DayCount } from '../reading/index.ts';

/**
 * Reads what is kept in `readings.days`: a JSON list of DayCount in order of the calendar. Null for anything else, and
 * the page then does without a strip and without gaps.
 */
export function decodeDays(text: string): DayCount[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value) || !value.every(isDayCount)) return null;
  return value.every((day, index) => index === 0 || value[index - 1]!.day < day.day) ? value : null;
}

function isDayCount(value: unknown): value is DayCount {
  if (typeof value !== 'object' || value === null || !('day' in value && 'counts' in value)) return false;
  const { day, counts } = value;
  if (typeof day !== 'string' || !isCalendarDay(day)) return false;
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) return false;
  if ('others' in value && !isCount(value.others)) return false;
  return Object.values(counts).every(isCount);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** How many messages a day has. */
export function messagesOf({ counts, others = 0 }: DayCount): number {
  return Object.values(counts).reduce((sum, count) => sum + count, others);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The day that is `days` after the given one. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
