import { CHECKPOINT_SIGNED, exitCodeOf } from '../src/portable/findings/index.ts';
import type { Finding, Verdict } from '../src/portable/findings/index.ts';
import { dayOf } from '../src/portable/bundle/index.ts';
import type { VerifiedBundle } from '../src/portable/bundle/index.ts';
import { RECEIPT_STATEMENT, placeFile } from '../src/portable/receipt/index.ts';
import type {
  NamedFile,
  PlacedFile,
  ReceiptContents,
  VerifiedReceipt,
} from '../src/portable/receipt/index.ts';
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
  /** The receipt itself is good: what failed is only what was given beside it. */
  besideOnly: boolean;
  about: string;
  reference: string | null;
  bundleId: string | null;
  /** What a receipt says, and which of its items each file given is; null and empty for a bundle. */
  receipt: (ReceiptContents & { statement: string }) | null;
  files: PlacedFile[];
  /** When it was checked (UTC), the SHA-256 of the file, and under which policy: what a record of the check needs. */
  checked: Checking;
  findings: Finding[];
  doesNotShow: string[];
};

/**
 * How a file was checked. `logs` name each log key of the policy and its id; both are null without a policy. `sha256` is
 * that of the whole file. `allDigests` says whether the SHA-512 of each item was compared too; where it was not, `sha256`
 * is null unless a check failed, and the bundle id names what was checked.
 */
export type Checking = {
  at: string;
  sha256: string | null;
  allDigests: boolean;
  policySha256: string | null;
  logs: { name: string; keyId: string }[] | null;
};

const LIMITS = [
  'that what was handed in was true, genuine or complete before police received it',
  'that a file was not edited, cut or made up before it was handed in, or messages deleted',
  "that the phone's clock, time zone and names are right",
  'who was holding any phone, or typed any message',
  'that something which was never handed in does not exist',
];

const BUNDLE_LIMITS = [
  'that an extract came from the archive named: the archive stayed with the submitter',
  'what a picture showed that a chat speaks of: pictures are not in the bundle',
  'that a reader understood every line: the item itself is the evidence',
];

/** Whose word it is that a force made this: the log's where its key was given from outside, else the file's own. */
function saysMade(verdict: Verdict): string {
  return verdict === 'verified' ? 'Made by' : 'Says of itself: made by';
}

function filesInWords(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function itemsInWords(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

/** The report of a bundle. `size` is in words. */
export function bundleReport(
  { file, size, checked }: { file: string; size: string; checked: Checking },
  result: VerifiedBundle,
): Report {
  const { cover, verdict } = result;
  const made =
    cover &&
    `${saysMade(verdict)} ${cover.force} on ${dayOf(cover.createdAt)} (UTC), reference ${cover.reference}. `;
  return {
    verifier: VERIFIER_VERSION,
    kind: 'bundle',
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: result.summary,
    besideOnly: false,
    about: `${made ?? ''}${filesInWords(result.files)}, ${size}.`,
    reference: cover?.reference ?? null,
    bundleId: result.bundleId,
    receipt: null,
    files: [],
    checked,
    findings: result.findings,
    doesNotShow: [...LIMITS, ...BUNDLE_LIMITS],
  };
}

const RECEIPT_SUMMARIES: Record<Verdict, string> = {
  verified: 'This receipt is good; it does not show that what was handed in is true.',
  failed: 'A check failed. Do not rely on this copy of the receipt.',
  unusable: 'This file is not a receipt or bundle that can be checked.',
  'issuer-not-established':
    'Consistent with itself, issuer not established; anyone could have made this receipt.',
};

/** What is said of a receipt that is good in itself, where only what was given beside it does not fit; worst first. */
const BESIDE: readonly [check: string, summary: string][] = [
  ['log-not-forked', 'The receipt is good. The log that is published is not shown to hold what it held.'],
  ['log-not-shorter', 'The receipt is good. The log signed for entries in it that it does not publish.'],
  ['published-checkpoint', 'The receipt is good. What you gave is not a checkpoint of its log.'],
  ['record-code', 'The receipt is good. It is not the record whose code was written down.'],
  ['files-match', 'The receipt is good. This file is not one of its items.'],
];

/** What is said when only what was given beside a good receipt failed; else null. */
function besideSummary(findings: readonly Finding[]): string | null {
  const failed = findings.flatMap(({ check, outcome }) => (outcome === 'failed' ? [check] : []));
  const signed = findings.some(({ check, outcome }) => check === CHECKPOINT_SIGNED && outcome === 'passed');
  const ownFault = failed.some(check => !BESIDE.some(([beside]) => beside === check));
  const [, summary] = BESIDE.find(([check]) => failed.includes(check)) ?? [];
  return signed && !ownFault && summary !== undefined ? summary : null;
}

/** The report of a receipt. */
export function receiptReport(
  { file, checked, files }: { file: string; checked: Checking; files: readonly NamedFile[] },
  { verdict, findings, receipt, contents }: VerifiedReceipt,
): Report {
  const beside = besideSummary(findings);
  const claim = verdict === 'verified' || beside !== null ? 'Receipt' : 'Says of itself: receipt';
  const about =
    receipt && `${claim} ${receipt.reference} of ${receipt.force}, ${itemsInWords(receipt.items.length)}.`;
  return {
    verifier: VERIFIER_VERSION,
    kind: 'receipt',
    file,
    verdict,
    exitCode: exitCodeOf(verdict),
    summary: beside ?? RECEIPT_SUMMARIES[verdict],
    besideOnly: beside !== null,
    about: about ?? 'Nothing could be read.',
    reference: receipt?.reference ?? null,
    bundleId: null,
    receipt: contents && { ...contents, statement: RECEIPT_STATEMENT },
    files: contents === null ? [] : files.map(one => placeFile(one, contents.items)),
    checked,
    findings,
    doesNotShow: LIMITS,
  };
}
