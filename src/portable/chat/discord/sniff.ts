import { reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

const CUT_OFF = 'cut-off';

const EXPORTER_SIGNS = [
  [/"guild"\s*:\s*\{\s*"id"\s*:/, 'server-and-number', 20],
  [/"channel"\s*:\s*\{\s*"id"\s*:/, 'channel-and-number', 15],
  [/"dateRange"\s*:\s*\{/, 'export-range', 15],
  [/"exportedAt"\s*:\s*"/, 'export-time', 10],
  [/"messages"\s*:\s*\[/, 'list-of-messages', 10],
  [/"timestampEdited"\s*:/, 'timestamp-edited', 20],
  [/"callEndedTimestamp"\s*:/, 'call-ended', 10],
] as const;
const FEWEST_POINTS = 35;

/** Looks for the members that DiscordChatExporter writes. */
export function sniffDiscordExporter({ headText, tailText }: Sample): Sniff {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const seen = EXPORTER_SIGNS.filter(([pattern]) => pattern.test(headText));
  const score = seen.reduce((sum, [, , points]) => sum + points, 0);
  if (score < FEWEST_POINTS) return NOT_MINE;
  const broken = tailText.trimEnd().endsWith('}') ? null : CUT_OFF;
  return { score, reasons: reasonsOf(...seen.map(([, sign]) => sign)), broken };
}

const PACKAGE_ROW = /^\s*\[\s*\{\s*"ID"\s*:\s*"?\d{1,20}"?\s*,\s*"Timestamp"\s*:\s*"/;
const PACKAGE_NAME = /(?:^|\/)messages\.(?:json|csv)$/i;
const NAMED = 'file-name-of-package';

/** Looks at the first row of a list. */
export function sniffDiscordPackageJson({ headText, tailText, name }: Sample): Sniff {
  if (!PACKAGE_ROW.test(headText)) return NOT_MINE;
  const isWhole = /"Contents"\s*:/.test(headText);
  const isNamed = PACKAGE_NAME.test(name);
  return {
    score: 60 + (isWhole ? 30 : 0) + (isNamed ? 5 : 0),
    reasons: reasonsOf('id-and-timestamp', isNamed && NAMED),
    broken: tailText.trimEnd().endsWith(']') ? null : CUT_OFF,
  };
}

const HEADER = /^"?ID"?,"?Timestamp"?,"?Contents"?(?:,|\r?\n|$)/;

/** Looks at the names of the columns. */
export function sniffDiscordPackageCsv({ headText, name }: Sample): Sniff {
  if (!HEADER.test(headText)) return NOT_MINE;
  const isNamed = PACKAGE_NAME.test(name);
  return {
    score: 90 + (isNamed ? 5 : 0),
    reasons: reasonsOf('package-columns', isNamed && NAMED),
    broken: null,
  };
}
