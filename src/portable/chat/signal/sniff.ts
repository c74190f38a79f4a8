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
  [
    /^\[[^\]\n]{16,22}\] [^\n]*[^\s] {2}\r?$/m,
    'Messages end with two blanks, as this program writes them.',
    25,
  ],
  [/\]\(\.\/media\//, 'It has links to files in a folder "media".', 15],
  [/^\(- [^\n:]+: [^\n]+ -\)\r?$/m, 'It has lines of reactions as this program writes them.', 15],
  [/^\[[^\]\n]{16,22}\] Me: /m, 'A sender is called "Me".', 10],
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
      `Lines begin with a date, a time and a sender, such as "[${first.writtenText}]".`,
      ...seen.map(([, reason]) => reason),
      ...(isNamed ? ['The file name is one that this program gives.'] : []),
    ],
    broken: null,
  };
}

const FRAME = /^\s*\{\s*"(?:account|recipient|chat|chatItem|version|backupTimeMs)"\s*:/;
const FRAME_SIGNS = [
  [/^[ \t]*\{\s*"chatItem"\s*:\s*\{/m, 'Its lines hold items of chats.', 50],
  [/"dateSent"\s*:\s*"?\d/, 'Its items carry "dateSent".', 15],
  [/^[ \t]*\{\s*"recipient"\s*:\s*\{/m, 'Its lines name recipients.', 20],
  [/^[ \t]*\{\s*"chat"\s*:\s*\{/m, 'Its lines name chats.', 15],
  [/^[ \t]*\{\s*"account"\s*:\s*\{/m, 'A line describes the account.', 15],
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
    reasons: [
      ...seen.map(([, reason]) => reason),
      ...(isNamed ? ['The file name is one that this app gives.'] : []),
    ],
    broken: tailText.trimEnd().endsWith('}')
      ? null
      : 'The file is cut off: its last line does not end as it should.',
  };
}
