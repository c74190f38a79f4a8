import { exitCodeOf } from '../src/portable/findings/index.ts';
import type { Finding, Verdict } from '../src/portable/findings/index.ts';
import { dayOf } from '../src/portable/bundle/index.ts';
import type { VerifiedBundle } from '../src/portable/bundle/index.ts';
import type { VerifiedReceipt } from '../src/portable/receipt/index.ts';
import { VERIFIER_VERSION } from './version.ts';

/**
 * What a check found, in one shape for bundles and receipts: what `--json` prints and the page shows. `about` says in
 * one line what was checked. `doesNotShow` are the limits of every check.
 */
export type Report = {
  verifier: string;
  kind: 'bundle' | 'receipt';
  file: string;
  verdict: Verdict;
  exitCode: number;
  summary: string;
  about: string;
  reference: string | null;
  bundleId: string | null;
  findings: Finding[];
  doesNotShow: string[];
};

const LIMITS = [
  'that what was handed in was true, genuine or complete before police received it',
  'who was holding either phone, or typed any message',
  'that something which was never handed in does not exist',
];

const TRANSCRIPT_LIMIT = 'that a reader understood every line: the item itself is the evidence';

function filesInWords(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

/** The report of a bundle. `size` is in words. */
export function bundleReport(file: string, size: string, result: VerifiedBundle): Report {
  const { cover, verdict } = result;
  const made = cover && `Made by ${cover.force} on ${dayOf(cover.createdAt)}, reference ${cover.reference}. `;
  return {
    verifier: VERIFIER_VERSION,
    kind: 'bundle',
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: result.summary,
    about: `${made ?? ''}${filesInWords(result.files)}, ${size}.`,
    reference: cover?.reference ?? null,
    bundleId: result.bundleId,
    findings: result.findings,
    doesNotShow: [...LIMITS, TRANSCRIPT_LIMIT],
  };
}

const RECEIPT_SUMMARIES: Record<Verdict, string> = {
  verified: 'This receipt is good; it does not show that what was handed in is true.',
  failed: 'A check failed. Do not rely on this copy of the receipt.',
  unusable: 'This file is not a receipt or bundle that can be checked.',
  'issuer-not-established':
    'Consistent with itself, issuer not established; anyone could have made this receipt.',
};

/** The report of a receipt. */
export function receiptReport(file: string, { verdict, findings, receipt }: VerifiedReceipt): Report {
  const about = receipt && `Receipt ${receipt.reference} of ${receipt.force}, ${receipt.items.length} items.`;
  return {
    verifier: VERIFIER_VERSION,
    kind: 'receipt',
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: RECEIPT_SUMMARIES[verdict],
    about: about ?? 'Nothing could be read.',
    reference: receipt?.reference ?? null,
    bundleId: null,
    findings,
    doesNotShow: LIMITS,
  };
}
