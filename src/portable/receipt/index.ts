export type { ListedItem, ReceiptContents } from './contents.ts';
export type { FileDigests } from './item-checks.ts';
export { placeFile } from './place-file.ts';
export type { NamedFile, PlacedFile } from './place-file.ts';
export { RECEIPT_STATEMENT, decodeReceipt, encodeReceipt } from './receipt.ts';
export type { Receipt } from './receipt.ts';
export { verifyReceipt } from './verify-receipt.ts';
export type { VerifiedReceipt } from './verify-receipt.ts';
