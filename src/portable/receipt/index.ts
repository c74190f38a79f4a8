export type { FileDigests } from './item-checks.ts';
export { RECEIPT_STATEMENT, decodeReceipt, encodeReceipt } from './receipt.ts';
export type { Receipt } from './receipt.ts';
export { verifyReceipt } from './verify-receipt.ts';
export type { VerifiedReceipt } from './verify-receipt.ts';
