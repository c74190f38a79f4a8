import { NOT_MINE, type Sample, type Sniff } from '../sample.ts';

/** What only one app writes into its JSON: each sign with its reason and its points. */
export type JsonSigns = {
  readonly signs: readonly (readonly [pattern: RegExp, reason: string, points: number])[];
  /** Fewer points than these other programs reach too. */
  readonly least: number;
  /** A name of a file that speaks for the app, and the words for it. */
  readonly named: readonly [pattern: RegExp, reason: string];
};

const POINTS_OF_NAME = 5;

/** Looks for the signs in the beginning and the end of an item that is one JSON object. */
export function sniffJsonSigns(
  { headText, tailText, name }: Sample,
  { signs, least, named }: JsonSigns,
): Sniff {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const both = `${headText}\n${tailText}`;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  const points = seen.reduce((sum, [, , value]) => sum + value, 0);
  if (points < least) return NOT_MINE;
  const [pattern, nameReason] = named;
  const isNamed = pattern.test(name);
  return {
    score: Math.min(points + (isNamed ? POINTS_OF_NAME : 0), 100),
    reasons: [...seen.map(([, reason]) => reason), ...(isNamed ? [nameReason] : [])],
    broken: tailText.trimEnd().endsWith('}') ? null : 'The file is cut off: it does not end as it should.',
  };
}
