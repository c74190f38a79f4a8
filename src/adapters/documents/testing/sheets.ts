import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptSheet, type ReceiptSheet, type SheetItem } from '#domain/receipts/index.ts';

const VECTORS = join(import.meta.dirname, '..', '..', '..', '..', 'vectors', 'continuity', 'receipts.json');

/** The sheet of the first receipt of the vectors, which other software than ours made. */
export function vectorSheet(): ReceiptSheet {
  const { cases } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { cases: { receipt: string }[] };
  return receiptSheet(Buffer.from(cases[0]?.receipt ?? ''));
}

/** The same sheet with other items: one for each name, every third taken out of an archive of that name. */
export function sheetWithNames(names: readonly string[]): ReceiptSheet {
  const sheet = vectorSheet();
  const [first] = sheet.items as [SheetItem];
  const items = names.map((whole, i) => {
    const archive = i % 3 === 2 ? { name: { whole }, sha256: first.sha256 } : null;
    return { ...first, name: { whole }, archive };
  });
  return { ...sheet, items };
}

/** Names that a submitter may choose to harm whoever prints them. */
export const HOSTILE_NAMES: readonly string[] = [
  'photo\u202Egpj.exe',
  '#set page(width: 1cm) *bold* $x^2$ `raw` <label> @ref // no /* c */ \\ #read("/etc/passwd")',
  '"}], "force": [{"text": "Eastmere Police"}], "x": [{"y": "',
  'محادثة واتساب مع سامي.txt',
  'שלום עולם.txt',
  '与李雷的聊天记录.txt',
  'Chat with 🦊 Kit 👨‍👩‍👧 ❤️.txt',
  'A\u0000\u0007\u001B[31m\n\t\r\u2028B\uD83D',
  'x'.repeat(159),
  'W'.repeat(159),
  'Zażółć gęślą jaźń, Ελληνικά, Кириллица, Tiếng Việt',
  `${'e\u0301\u0323\u0308'.repeat(20)} combining`,
  'می‌خواهم',
  '\u0301\u0301\u0301 begins with a mark',
  '   spaces   ',
  '',
];
