export {
  issueNextAdditionReceipt,
  type AdditionReceiptDue,
  type AdditionReceiptParts,
  type AdditionReceiptQueue,
} from './issue-addition-receipts.ts';
export { answerNextConsistency, type ConsistencyQueue } from './answer-consistency.ts';
export {
  type IssuedReceipt,
  issueNextReceipt,
  type LoggedEvent,
  type ReceiptDue,
  type ReceiptParts,
  type ReceiptQueue,
} from './issue-receipts.ts';
export {
  DOCUMENT_WAITS,
  type DocumentAnswer,
  type DocumentDue,
  type DocumentPress,
  type DocumentQueue,
  makeNextDocument,
} from './make-documents.ts';
export { receiptSheet, type ReceiptSheet, type SheetItem, type SheetName } from './receipt-sheet.ts';
export { openHead, type ProvableHead, type PublishedLog } from './log-proofs.ts';
