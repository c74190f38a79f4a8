import { reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { endsLinesByCr, NOT_MINE } from '../sample.ts';
import { sourceOf } from '../source/byte-source.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { Batches } from './batches.ts';
import { limitsFor, ShapeDates } from './date-segments.ts';
import { describeShape } from './header-shape.ts';
import { ShapeTable } from './shape-table.ts';

const [LF, CR] = [0x0a, 0x0d];
const NAME = /^_chat.*\.txt$|whatsapp/i;

/** Looks for message headers at the start of lines. */
export function sniffWhatsapp({ head, name, headText }: Sample): Sniff {
  const mark = byteOrderMarkBytes(head);
  if (endsLinesByCr(headText) && isOneLineOfMany(head, mark)) return NOT_MINE;
  const table = new ShapeTable();
  const found = new Batches(sourceOf(head), table, mark);
  const dates = new ShapeDates(table, limitsFor(undefined));
  let headers = 0;
  let first = 0;
  while (found.next()) {
    if (headers === 0) first = found.batch.base + (found.batch.start[0] as number);
    headers += found.batch.whole;
    dates.learn(found.batch, 0, found.batch.whole);
  }
  if (headers === 0) return NOT_MINE;
  const { shape } = table.shapes[dates.main()] ?? {};
  const isMany = headers > 1;
  const isAtStart = first === mark;
  const isNamed = NAME.test(name);
  const isUnusual = shape?.shell === 'bracket' && !shape.seconds;
  const reasons = [
    { code: 'line-headers', count: headers, form: shape ? describeShape(shape) : '' } as const,
    ...reasonsOf(
      isAtStart && 'first-line-is-header',
      isNamed && 'file-name',
      isUnusual && 'brackets-without-seconds',
    ),
  ];
  const score = (isMany ? 60 : 40) + (isAtStart ? 25 : 0) + (isNamed ? 10 : 0) - (isUnusual ? 20 : 0);
  return { score, reasons, broken: headText.includes('\0') ? 'zero-bytes' : null };
}

/**
 * Whether what is one line to this reader, since it has no LF, holds several headers behind a CR: read as it stands, the first
 * message would hold all the others and nothing would say so.
 */
function isOneLineOfMany(head: Uint8Array, mark: number): boolean {
  const divided = head.map(byte => (byte === CR ? LF : byte));
  const found = new Batches(sourceOf(divided), new ShapeTable(), mark);
  let headers = 0;
  while (found.next()) headers += found.batch.whole;
  return headers > 1;
}
