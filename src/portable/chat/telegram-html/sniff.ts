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
    [PAGE, 'It is a page in the way of this export.', 20],
    [HISTORY, 'It has a history of messages.', 20],
    [MESSAGE, 'Its messages are marked "message default" or "message service".', 40],
    [CLOCK, 'Its messages bear their date and time as this app prints them.', 20],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  if (!seen.some(([pattern]) => pattern === HISTORY || pattern === MESSAGE)) return NOT_MINE;
  const isNamed = /^messages\d*\.html?$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, isNamed ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: [
      ...seen.map(([, reason]) => reason),
      ...(isNamed ? ['The file name is one that this app gives.'] : []),
    ],
    broken: /<\/html>\s*$/i.test(tailText) ? null : 'The file is cut off: it does not end as it should.',
  };
}
