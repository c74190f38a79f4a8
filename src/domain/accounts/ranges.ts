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

/** All of both. */
export function withRanges(ranges: Ranges, more: Ranges): Ranges {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges, ...more].toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The numbers of the first that are not in the second. */
export function withoutRanges(ranges: Ranges, fewer: Ranges): Ranges {
  let left: [number, number][] = ranges.map(([from, to]) => [from, to]);
  for (const [from, to] of fewer) {
    left = left.flatMap(([first, last]): [number, number][] => {
      if (to < first || last < from) return [[first, last]];
      const before: [number, number][] = first < from ? [[first, from - 1]] : [];
      return to < last ? [...before, [to + 1, last]] : before;
    });
  }
  return left;
}

/** How many numbers the ranges hold. */
export function sizeOfRanges(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}
