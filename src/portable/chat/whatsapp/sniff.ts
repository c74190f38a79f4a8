import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { describeShape } from './header-shape.ts';
import { scanHeaders } from './scan.ts';

const NAME = /^_chat.*\.txt$|whatsapp/i;

/** Looks for message headers at the start of lines. */
export function sniffWhatsapp({ head, name, headText }: Sample): Sniff {
  const mark = byteOrderMarkBytes(head);
  const { headers } = scanHeaders(head, mark);
  if (headers.length === 0) return NOT_MINE;
  const main = headers.shapes.toSorted((a, b) => b.count - a.count)[0];
  const many = headers.length > 1;
  const atStart = headers.start.at(0) === mark;
  const named = NAME.test(name);
  const unusual = main?.shape.shell === 'bracket' && !main.shape.seconds;
  const reasons = [
    `${headers.length} ${many ? 'lines begin' : 'line begins'} with a date and time in the way of this format, such as "${main ? describeShape(main.shape) : ''}".`,
    ...(atStart ? ['The first line is one of them.'] : []),
    ...(named ? ['The file name is one that this app gives.'] : []),
    ...(unusual ? ['Exports with brackets normally show seconds; these do not.'] : []),
  ];
  const score = (many ? 60 : 40) + (atStart ? 25 : 0) + (named ? 10 : 0) - (unusual ? 20 : 0);
  return { score, reasons, broken: headText.includes('\0') ? 'The file contains zero bytes.' : null };
}
