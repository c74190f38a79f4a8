import { reasonsOf } from '../detection/reasons.ts';
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
    [ROOT, 'list-smses', 50],
    [MESSAGE, 'sms-and-mms', 40],
    [CALL, 'calls-with-number', 40],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (seen.length === 0) return NOT_MINE;
  const named = /^(?:sms|calls)-\d.*\.xml$/i.test(name);
  const listed = CALL_LOG.test(headText) ? 20 : 0;
  const points = seen.reduce((sum, [, , value]) => sum + value, (named ? 5 : 0) + listed);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), named && 'file-name'),
    broken: AFTER_END.test(tailText) ? null : 'cut-off',
  };
}
