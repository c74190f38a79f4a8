export { answerNextConsistency, type ConsistencyQueue } from './answer-consistency.ts';
export {
  issueNextReceipt,
  type LoggedEvent,
  type ReceiptDue,
  type ReceiptParts,
  type ReceiptQueue,
} from './issue-receipts.ts';
export { openHead, type ProvableHead, type PublishedLog } from './log-proofs.ts';
