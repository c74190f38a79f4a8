import type { AuditEntry } from '#domain/accounts/index.ts';
import { actionWords, kindOf } from './audit-words.ts';

const COLUMNS = [
  'first look or act (UTC)',
  'last look (UTC)',
  'officer',
  'action',
  'in words',
  'statutory kind',
  'thing',
  'id',
  'submission',
  'purpose',
  'outcome',
  'looks',
  'part',
  'seen (first-last)',
  'row',
  'covered by the minute (UTC)',
  'log entry of its root',
] as const;

/** What a file says of itself above its rows. */
export type AuditFileHead = {
  readonly force: string;
  readonly query: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** True when there are more rows than the file holds. */
  readonly isCut: boolean;
};

/** The rows as CSV (RFC 4180, UTF-8): first what was asked, when and by whom, then an empty line, then the table. */
export function auditFile(head: AuditFileHead, entries: readonly AuditEntry[]): string {
  const lines: readonly (readonly string[])[] = [
    ['Audit of', head.force],
    ['Query', head.query],
    ['Made', head.madeAt.toISOString(), 'by', head.madeBy],
    [
      'Rows',
      String(entries.length),
      ...(head.isCut ? ['There are more: narrow the query for the rest.'] : []),
    ],
    [],
    COLUMNS,
    ...entries.map(rowOf),
  ];
  return lines.map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

function rowOf(entry: AuditEntry): string[] {
  const { root, minute } = entry;
  return [
    entry.firstAt.toISOString(),
    entry.lastAt.toISOString(),
    entry.officerId ?? '',
    entry.action,
    actionWords(entry.action),
    kindOf(entry.action) ?? '',
    entry.thingKind,
    entry.thingId,
    entry.submission ?? '',
    entry.purpose,
    entry.allowed ? 'allowed' : 'refused',
    String(entry.looks),
    entry.part,
    entry.ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(' '),
    `${entry.rowKind} ${entry.id}`,
    minute === null ? 'an earlier version' : minute.toISOString(),
    root?.logIndex == null ? 'not yet' : String(root.logIndex),
  ];
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe: addresses hold what anybody typed. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
