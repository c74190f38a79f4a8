import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

const SIGNS = [
  [/"senderName"\s*:/, 'Its entries carry "senderName".', 35],
  [/"isUnsent"\s*:/, 'Its entries say whether they were unsent.', 20],
  [/"threadName"\s*:/, 'It has a "threadName".', 25],
  [/"participants"\s*:\s*\[\s*"/, 'It names participants, each as a plain text.', 10],
  [/"timestamp"\s*:\s*\d{13}\b/, 'Its times are counts of milliseconds.', 10],
] as const;
/** Less than this many other programs write too. */
const LEAST = 45;
const NAMED = /_\d+\.json$/i;

/** Looks for the members that only this download has, in the beginning and the end of the item. */
export function sniffMessengerE2ee({ headText, tailText, name }: Sample): Sniff {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const both = `${headText}\n${tailText}`;
  const seen = SIGNS.filter(([pattern]) => pattern.test(both));
  const points = seen.reduce((sum, [, , value]) => sum + value, 0);
  if (points < LEAST) return NOT_MINE;
  const isNamed = NAMED.test(name);
  return {
    score: Math.min(points + (isNamed ? 5 : 0), 100),
    reasons: [
      ...seen.map(([, reason]) => reason),
      ...(isNamed ? ['The file name ends in a number, as this app gives it.'] : []),
    ],
    broken: tailText.trimEnd().endsWith('}') ? null : 'The file is cut off: it does not end as it should.',
  };
}
