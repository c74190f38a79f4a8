import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

const CUT_OFF = 'The file is cut off: it does not end as it should.';

const EXPORTER_SIGNS = [
  [/"guild"\s*:\s*\{\s*"id"\s*:/, 'It names a server ("guild") and its number.', 20],
  [/"channel"\s*:\s*\{\s*"id"\s*:/, 'It names a channel and its number.', 15],
  [/"dateRange"\s*:\s*\{/, 'It says from when to when it was exported.', 15],
  [/"exportedAt"\s*:\s*"/, 'It says when it was exported.', 10],
  [/"messages"\s*:\s*\[/, 'It has a list of messages.', 10],
  [/"timestampEdited"\s*:/, 'Its entries carry "timestampEdited".', 20],
  [/"callEndedTimestamp"\s*:/, 'Its entries carry "callEndedTimestamp".', 10],
] as const;
const FEWEST_POINTS = 35;

/** Looks for the members that DiscordChatExporter writes. */
export function sniffDiscordExporter({ headText, tailText }: Sample): Sniff {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const seen = EXPORTER_SIGNS.filter(([pattern]) => pattern.test(headText));
  const score = seen.reduce((sum, [, , points]) => sum + points, 0);
  if (score < FEWEST_POINTS) return NOT_MINE;
  const broken = tailText.trimEnd().endsWith('}') ? null : CUT_OFF;
  return { score, reasons: seen.map(([, reason]) => reason), broken };
}

const PACKAGE_ROW = /^\s*\[\s*\{\s*"ID"\s*:\s*"?\d{1,20}"?\s*,\s*"Timestamp"\s*:\s*"/;
const PACKAGE_NAME = /(?:^|\/)messages\.(?:json|csv)$/i;
const NAMED = 'The file name is one that a data package has.';

/** Looks at the first row of a list. */
export function sniffDiscordPackageJson({ headText, tailText, name }: Sample): Sniff {
  if (!PACKAGE_ROW.test(headText)) return NOT_MINE;
  const isWhole = /"Contents"\s*:/.test(headText);
  const isNamed = PACKAGE_NAME.test(name);
  return {
    score: 60 + (isWhole ? 30 : 0) + (isNamed ? 5 : 0),
    reasons: ['It is a list whose entries begin with "ID" and "Timestamp".', ...(isNamed ? [NAMED] : [])],
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
    reasons: ['Its first columns are ID, Timestamp and Contents.', ...(isNamed ? [NAMED] : [])],
    broken: null,
  };
}
