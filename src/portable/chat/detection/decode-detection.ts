import type { Detection } from '../detect.ts';
import { FOREIGN_KINDS } from '../foreign-files.ts';
import { FORMATS } from '../formats.ts';
import { count, listOf, oneOf, orNull, record, type Shape, text } from '../line-shape.ts';
import { REASON_CODES } from './reasons.ts';
import { DAMAGE } from './signs.ts';

const MOST_REASONS = 24;
const MOST_RUNNERS_UP = 16;
const LONGEST_FORM = 100;
/** Characters of the whole as JSON: whoever keeps it can rely on that. */
const MOST_CHARACTERS = 8192;

const FORMAT = oneOf(...FORMATS.map(({ format }) => format));
/** What a database cannot hold and a page should not show: control and direction characters, halves of letters. */
const UNPRINTABLE = /\p{C}/u;
const FORM: Shape = {
  ...text,
  accepts: value => typeof value === 'string' && value.length <= LONGEST_FORM && !UNPRINTABLE.test(value),
};

const REASONS = atMost(MOST_REASONS, record({ code: oneOf(...REASON_CODES) }, { count, form: FORM }));
const RUNNERS_UP = atMost(MOST_RUNNERS_UP, record({ format: FORMAT, score: count, reasons: REASONS }));

const KNOWN = record({
  format: FORMAT,
  confidence: oneOf('high', 'fair', 'low'),
  reasons: REASONS,
  broken: orNull(oneOf(...Object.keys(DAMAGE))),
  runnersUp: RUNNERS_UP,
});

const NOT_KNOWN = record({
  format: { accepts: value => value === null, ordered: value => value },
  found: oneOf(...FOREIGN_KINDS),
  reasons: REASONS,
  runnersUp: RUNNERS_UP,
});

function atMost(most: number, shape: Shape): Shape {
  const list = listOf(shape);
  return { ...list, accepts: value => Array.isArray(value) && value.length <= most && list.accepts(value) };
}

/**
 * A detection as a confined reader said it or as it was kept: null for anything that is none, has a format or a code that
 * this program does not know, or is longer than any true one. Any value may be given.
 */
export function decodeDetection(value: unknown): Detection | null {
  const shape = [KNOWN, NOT_KNOWN].find(one => one.accepts(value));
  if (shape === undefined) return null;
  const detection = shape.ordered(value) as Detection;
  return JSON.stringify(detection).length <= MOST_CHARACTERS ? detection : null;
}
