import { CHECKPOINT_SIGNED, READABLE, verdictOf } from '../findings/index.ts';
import type { Finding, Verdict } from '../findings/index.ts';
import type { Policy } from '../tlog/index.ts';
import { checkRecordCode } from './code-check.ts';
import { contentsOf } from './contents.ts';
import type { ReceiptContents } from './contents.ts';
import { checkFiles, checkItems } from './item-checks.ts';
import type { FileDigests } from './item-checks.ts';
import { checkEventsInLog, checkOneLog, checkSignatures } from './log-checks.ts';
import { openReceipt } from './opened-receipt.ts';
import { checkPublished } from './published-checks.ts';
import type { Published } from './published-checks.ts';
import { decodeReceipt } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { checkChain, checkEventsReadable, checkLabels } from './record-checks.ts';
import { checkSealedWhole } from './sealing-check.ts';
import { finding } from './words.ts';

/**
 * How a receipt is to be checked. `policy` comes from somewhere else than the receipt; null checks everything but who
 * issued it. `files` are files to compare with its items, whole or as digests. `published` is a later checkpoint of the log,
 * `code` a record code as `parseRecordCode` gives it: their checks are made only when they are given.
 */
export type ReceiptOptions = {
  policy: Policy | null;
  files?: readonly (Uint8Array | FileDigests)[];
  published?: Published | null;
  code?: string | null;
};

/** What a check of a receipt found, one finding a check. `receipt` and `contents` are null when the file is not a receipt. */
export type VerifiedReceipt = {
  verdict: Verdict;
  findings: Finding[];
  receipt: Receipt | null;
  contents: ReceiptContents | null;
};

/** Checks a receipt with nobody's help. Whatever the bytes, it returns findings and never throws. */
export function verifyReceipt(
  receiptBytes: Uint8Array,
  { policy, files = [], published = null, code = null }: ReceiptOptions,
): VerifiedReceipt {
  const decoded = decodeReceipt(receiptBytes);
  if (!decoded.ok) {
    const findings = [finding(READABLE, 'failed', { where: [decoded.reason] })];
    return { verdict: verdictOf(findings, policy !== null), findings, receipt: null, contents: null };
  }
  const opened = openReceipt(decoded.receipt);
  const signatures = checkSignatures(opened, policy);
  const signed = signatures.some(({ check, outcome }) => check === CHECKPOINT_SIGNED && outcome === 'passed');
  const findings = [
    finding(READABLE, 'passed'),
    checkEventsReadable(opened),
    checkEventsInLog(opened),
    checkOneLog(opened),
    checkChain(opened),
    checkSealedWhole(opened),
    ...checkLabels(opened),
    checkItems(opened),
    ...signatures,
    checkFiles(opened, files),
    ...(published === null ? [] : checkPublished(opened, published, { policy, signed })),
    ...(code === null ? [] : [checkRecordCode(opened, code)]),
  ];
  const verdict = verdictOf(findings, policy !== null);
  return { verdict, findings, receipt: decoded.receipt, contents: contentsOf(opened) };
}
