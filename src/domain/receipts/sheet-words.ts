const UTC = instantFormat('UTC');
const LONDON = instantFormat('Europe/London');

/** Digits of a digest that stand together: a person compares them in groups. */
const GROUP = /.{1,8}/g;

/** One instant on both clocks: `23 November 2026, 20:31:22 UTC` and, where it is, `Monday 23 November 2026, 20:31:22`. */
export type SheetTime = { readonly utc: string; readonly london: string };

/** An instant of the record, `2026-11-23T20:31:22.123Z`, in words. Milliseconds are in the receipt file. */
export function sheetTime(at: string): SheetTime {
  const instant = new Date(at);
  return { utc: `${wordsOf(UTC, instant)} UTC`, london: `${wordsOf(LONDON, instant)}, time in London` };
}

/** A size to the byte: `1,234 bytes`. */
export function sheetSize(sizeBytes: number): string {
  return sizeBytes === 1 ? '1 byte' : `${sizeBytes.toLocaleString('en-GB')} bytes`;
}

/** The 64 digits of a SHA-256 in eight groups. */
export function digestGroups(hex: string): readonly string[] {
  return hex.match(GROUP) ?? [];
}

function instantFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
}

/** Put together by its parts: how a locale joins a date and a time changes between versions of its data. */
function wordsOf(format: Intl.DateTimeFormat, instant: Date): string {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute, second } = parts;
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}:${second}`;
}
