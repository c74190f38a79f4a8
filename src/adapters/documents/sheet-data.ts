import type { ReceiptSheet, SheetName } from '../../domain/receipts/receipt-sheet.ts';
import { type Piece, piecesOf } from './pieces.ts';

type NameData =
  | { readonly whole: readonly Piece[] }
  | { readonly beginning: readonly Piece[]; readonly end: readonly Piece[]; readonly characters: string };

/** The sheet as the template reads it: every text from outside in pieces, and the date as numbers. */
export function sheetData(sheet: ReceiptSheet, covered: readonly ReadonlySet<number>[]) {
  const pieces = (text: string): readonly Piece[] => piecesOf(text, covered);
  const name = (parts: SheetName): NameData =>
    'whole' in parts
      ? { whole: pieces(parts.whole) }
      : { beginning: pieces(parts.beginning), end: pieces(parts.end), characters: parts.characters };
  return {
    ...sheet,
    reference: { plain: sheet.reference, pieces: pieces(sheet.reference) },
    force: pieces(sheet.force),
    items: sheet.items.map(item => ({
      ...item,
      name: name(item.name),
      archive: item.archive && { ...item.archive, name: name(item.archive.name) },
    })),
    log: { ...sheet.log, origin: pieces(sheet.log.origin) },
    file: { ...sheet.file, name: pieces(sheet.file.name) },
    sealedDate: sheet.sealedAt.split(/\D/, 6).map(Number),
  };
}
