export type { FileDigests } from './item-checks.ts';
export { RECEIPT_STATEMENT, decodeReceipt, encodeReceipt } from './receipt.ts';
export type { DecodedReceipt, Receipt, ReceiptEvent, ReceiptItem } from './receipt.ts';
export { verifyReceipt } from './verify-receipt.ts';
export type { ReceiptOptions, VerifiedReceipt } from './verify-receipt.ts';
