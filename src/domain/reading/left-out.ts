/** What the summary and the counts by day leave out of a reading, so that no page grows with a hostile chat. All totals stay exact. */
export type LeftOut = {
  /** Speakers, by name and number, beyond those of the summary. */
  readonly speakers: number;
  readonly conversations: number;
  /** Days beyond those that are counted one by one, and their messages. */
  readonly days: number;
  readonly dayMessages: number;
};

export const NOTHING_LEFT_OUT: LeftOut = { speakers: 0, conversations: 0, days: 0, dayMessages: 0 };

/** Reads what is kept in `readings.left_out`; readings of before it was kept left nothing out. */
export function decodeLeftOut(text: string | null): LeftOut {
  if (text === null) return NOTHING_LEFT_OUT;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NOTHING_LEFT_OUT;
  }
  if (typeof value !== 'object' || value === null) return NOTHING_LEFT_OUT;
  const from = value as Record<string, unknown>;
  const count = (key: string): number => {
    const found = Object.hasOwn(from, key) ? from[key] : 0;
    return Number.isSafeInteger(found) && (found as number) >= 0 ? (found as number) : 0;
  };
  return {
    speakers: count('speakers'),
    conversations: count('conversations'),
    days: count('days'),
    dayMessages: count('dayMessages'),
  };
}
