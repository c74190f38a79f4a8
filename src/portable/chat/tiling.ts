import type { Span } from './reading.ts';

/**
 * The stretches of `0..sizeBytes` that the given spans do not cover. The spans must be sorted by start and must
 * not overlap; empty spans are ignored.
 */
export function gapsBetween(spans: Iterable<Span>, sizeBytes: number): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) gaps.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < sizeBytes) gaps.push([at, sizeBytes]);
  return gaps;
}

/** True when the spans, in any order, cover `0..sizeBytes` without gap, overlap or empty span. */
export function tilesExactly(spans: readonly Span[], sizeBytes: number): boolean {
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === sizeBytes;
}

/** How many bytes the spans hold together. */
export function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}
