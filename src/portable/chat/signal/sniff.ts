import { reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';
import { headerIn } from './markdown-header.ts';

/** Lines of the sample that are looked at. */
const MOST_LINES = 400;
const LONGEST_LINE = 2000;

const FORMS: Readonly<Record<string, number>> = {
  '[DATE TIME] with seconds': 60,
  '[DATE, TIME] with minutes': 60,
  '[DATE TIME] with minutes': 50,
  // WhatsApp writes this one too.
  '[DATE, TIME] with seconds': 30,
};

const SIGNS = [
  [/^\[[^\]\n]{16,22}\] [^\n]*[^\s] {2}\r?$/m, 'two-blanks-at-end', 25],
  [/\]\(\.\/media\//, 'media-links', 15],
  [/^\(- [^\n:]+: [^\n]+ -\)\r?$/m, 'reaction-lines', 15],
  [/^\[[^\]\n]{16,22}\] Me: /m, 'sender-called-me', 10],
] as const;
const FROM_WHATSAPP = '\u200e';
const NAME = /(?:^|\/)(?:chat|index)\.md$/i;

/** Looks for headers as the program signal-export writes them. */
export function sniffSignalExport({ headText, name }: Sample): Sniff {
  const lines = headText.split('\n', MOST_LINES).map(line => line.slice(0, LONGEST_LINE));
  const headers = lines.map(headerIn).filter(header => header !== null);
  const [first] = headers;
  if (!first || headText.includes(FROM_WHATSAPP)) return NOT_MINE;
  const seen = SIGNS.filter(([pattern]) => pattern.test(lines.join('\n')));
  const isNamed = NAME.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, FORMS[first.form] ?? 0);
  return {
    score: Math.min(100, points + (headers.length > 1 ? 10 : 0) + (isNamed ? 15 : 0)),
    reasons: [
      { code: 'markdown-headers', form: first.form },
      ...reasonsOf(...seen.map(([, sign]) => sign), isNamed && 'file-name-of-program'),
    ],
    broken: null,
  };
}

const FRAME = /^\s*\{\s*"(?:account|recipient|chat|chatItem|version|backupTimeMs)"\s*:/;
const FRAME_SIGNS = [
  [/^[ \t]*\{\s*"chatItem"\s*:\s*\{/m, 'items-of-chats', 50],
  [/"dateSent"\s*:\s*"?\d/, 'date-sent', 15],
  [/^[ \t]*\{\s*"recipient"\s*:\s*\{/m, 'lines-of-recipients', 20],
  [/^[ \t]*\{\s*"chat"\s*:\s*\{/m, 'lines-of-chats', 15],
  [/^[ \t]*\{\s*"account"\s*:\s*\{/m, 'line-of-account', 15],
] as const;
const FEWEST_POINTS = 35;

/** Looks for frames, one a line. */
export function sniffSignalJsonl({ headText, tailText, name }: Sample): Sniff {
  if (!FRAME.test(headText)) return NOT_MINE;
  const seen = FRAME_SIGNS.filter(([pattern]) => pattern.test(headText) || pattern.test(tailText));
  const points = seen.reduce((sum, [, , value]) => sum + value, 0);
  if (points < FEWEST_POINTS) return NOT_MINE;
  const isNamed = /(?:^|\/)main\.jsonl$/i.test(name);
  return {
    score: Math.min(100, points + (isNamed ? 5 : 0)),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && 'file-name'),
    broken: tailText.trimEnd().endsWith('}') ? null : 'last-line-cut-off',
  };
}
