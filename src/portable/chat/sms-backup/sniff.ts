import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

const ROOT = /<smses[\s>]/;
const CALL_LOG = /<calls[\s>]/;
const MESSAGE = /<(?:sms|mms)\s[^<]{0,4000}?\bdate="\d/;
const CALL = /<call\s[^<]{0,4000}?\bnumber="/;
const AFTER_END = /<\/(?:smses|calls)>\s*$|<(?:smses|calls)\b[^<>]*\/>\s*$/;

/** Looks for the tags that only this app's backups have, in the beginning and the end of the item. */
export function sniffSmsBackup({ headText, tailText, name }: Sample): Sniff {
  if (!/^\s*</.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [ROOT, 'It has a list "smses".', 50],
    [MESSAGE, 'Its entries are "sms" and "mms" with a date.', 40],
    [CALL, 'Its entries are calls with a number.', 40],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (seen.length === 0) return NOT_MINE;
  const named = /^(?:sms|calls)-\d.*\.xml$/i.test(name);
  const listed = CALL_LOG.test(headText) ? 20 : 0;
  const points = seen.reduce((sum, [, , value]) => sum + value, (named ? 5 : 0) + listed);
  return {
    score: Math.min(points, 100),
    reasons: [
      ...seen.map(([, reason]) => reason),
      ...(named ? ['The file name is one that this app gives.'] : []),
    ],
    broken: AFTER_END.test(tailText) ? null : 'The file is cut off: it does not end as it should.',
  };
}
