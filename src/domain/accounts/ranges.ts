/** Whole numbers from the first to the last of each pair, both included; sorted, neither touching nor overlapping. */
export type Ranges = readonly (readonly [number, number])[];

/** The ranges that hold exactly these numbers. */
export function rangesOf(numbers: readonly number[]): Ranges {
  const ranges: [number, number][] = [];
  for (const n of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges;
}

/** "0 to 199, 400 to 599, 812". */
export function rangeWords(ranges: Ranges): string {
  const number = (n: number): string => n.toLocaleString('en-GB');
  return ranges
    .map(([from, to]) => (from === to ? number(from) : `${number(from)} to ${number(to)}`))
    .join(', ');
}
