import type { Message, ReadingLine } from '../../src/portable/chat/index.ts';
import { printable } from '../printable.ts';

/** What a reader noted of one message beyond its words: kind, doubts, edits and files. Empty when there is nothing. */
export function messageNotes({ kind, doubts, edited, attachments, writtenOther }: Message): string {
  const notes = [
    ...(kind === 'text' ? [] : [kind]),
    ...(writtenOther === undefined ? [] : [`or ${writtenOther}`]),
    ...(edited === undefined ? [] : [`edited ${edited.written ?? edited.instant ?? ''}`.trim()]),
    ...(attachments ?? []).map(file => `file ${file.name ?? file.kind ?? file.note ?? 'not named'}`),
    ...doubts.map(code => `doubt: ${code}`),
  ];
  return printable(notes.join('; '));
}

/** What a reading says of itself before its messages: time zone, order of day and month, and every doubt. */
export function headNotes(head: ReadingLine & { type: 'reading' }): string[] {
  const { decision, order, other } = head.dateOrder;
  const orders = [order, other].filter(name => name !== null).join(' or ');
  return [
    head.zone.statement,
    `Order of day and month: ${decision}${orders === '' ? '' : `, ${orders}`}.`,
    ...head.doubts.map(({ sentence, count }) => (count > 0 ? `${sentence} Messages: ${count}.` : sentence)),
  ].map(printable);
}
