import { reasonsOf } from '../detection/reasons.ts';
import { NOT_MINE, type Sample, type Sniff } from '../sample.ts';

const HTML = /^\s*(?:<!DOCTYPE html|<html|<div )/i;
const PAGE = /class="page_wrap"/;
const HISTORY = /class="history"/;
const MESSAGE = /class="message (?:default|service)/;
const CLOCK = /class="pull_right date details" title="\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/;

/** Looks for the classes that only this export has, in the beginning and the end of the item. */
export function sniffTelegramHtml({ headText, tailText, name }: Sample): Sniff {
  if (!HTML.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [PAGE, 'export-page', 20],
    [HISTORY, 'message-history', 20],
    [MESSAGE, 'message-classes', 40],
    [CLOCK, 'printed-clock', 20],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (!seen.some(([pattern]) => pattern === HISTORY || pattern === MESSAGE)) return NOT_MINE;
  const isNamed = /^messages\d*\.html?$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, isNamed ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), isNamed && 'file-name'),
    broken: /<\/html>\s*$/i.test(tailText) ? null : 'cut-off',
  };
}
