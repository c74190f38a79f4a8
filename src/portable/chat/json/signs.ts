import { type PlainSign, reasonsOf } from '../detection/reasons.ts';
import { NOT_MINE, type Sample, type Sniff } from '../sample.ts';

/** What only one app writes into its JSON: each sign with its code and its points. */
export type JsonSigns = {
  readonly signs: readonly (readonly [pattern: RegExp, sign: PlainSign, points: number])[];
  /** Fewer points than these other programs reach too. */
  readonly least: number;
  /** A name of a file that speaks for the app, and the sign that it is. */
  readonly named: readonly [pattern: RegExp, sign: PlainSign];
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
  const [pattern, nameSign] = named;
  const isNamed = pattern.test(name);
  return {
    score: Math.min(points + (isNamed ? POINTS_OF_NAME : 0), 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && nameSign),
    broken: tailText.trimEnd().endsWith('}') ? null : 'cut-off',
  };
}
