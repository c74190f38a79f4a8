import type { Ranges } from '#domain/accounts/index.ts';

/** Ranges as PostgreSQL's int8multirange reads them: `{[0,199],[400,599]}`. */
export function spellRanges(ranges: Ranges): string {
  return `{${ranges.map(([from, to]) => `[${from},${to}]`).join(',')}}`;
}

/** Ranges as PostgreSQL writes an int8multirange, in its one form: sorted, merged, the end left out: `{[0,200),[400,600)}`. */
export function readRanges(text: string): Ranges {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(
    ([, from, end]) => [Number(from), Number(end) - 1] as const,
  );
}
