import type { Finding } from '../src/portable/findings/index.ts';
import { printable } from './printable.ts';
import { receiptLines } from './receipt-text.ts';
import type { Report } from './report.ts';

const WORDS: Record<Report['verdict'], string> = {
  verified: 'VERIFIED',
  failed: 'FAILED',
  unusable: 'NOT USABLE',
  'issuer-not-established': 'ISSUER NOT ESTABLISHED',
};

/** Where the receipt itself is good. */
const BESIDE = 'DOES NOT FIT';

const OUTCOMES: Record<Finding['outcome'], string> = {
  passed: 'passed     ',
  failed: 'FAILED     ',
  'not-checked': 'not checked',
};

const KEEP = 'Keep this copy unaltered; note where it came from; ask the court for another.';

const INDENT = ' '.repeat(15);
const WIDTH = 96;

/** The report as a person reads it in a terminal: the answer, then each check, then what it does not show. */
export function textReport(report: Report, explain: boolean): string {
  const id = report.bundleId === null ? [] : [`Bundle id ${report.bundleId}`];
  const worstFirst = [...report.findings].sort((a, b) => rank(a) - rank(b));
  return [
    `Handover verifier ${report.verifier}. The network is not used.`,
    '',
    printable(report.file),
    printable(report.about),
    ...id,
    ...checkedLines(report.checked),
    '',
    `${report.besideOnly ? BESIDE : WORDS[report.verdict]}: ${report.summary}`,
    ...(report.kind === 'bundle' && report.verdict === 'failed' ? [KEEP] : []),
    ...receiptLines(report),
    '',
    ...worstFirst.flatMap(finding => findingLines(finding, explain)),
    '',
    'What this does not show:',
    ...report.doesNotShow.map(limit => `  - ${limit}`),
    ...(explain ? [] : ['', 'For what each check means and does not prove, add --explain.']),
    '',
  ].join('\n');
}

const FEWER =
  'Items were compared by their SHA-256. For their SHA-512, and the SHA-256 of this large file, add --all-digests.';

function checkedLines({ at, sha256, allDigests, policySha256, logs }: Report['checked']): string[] {
  return [
    `Checked ${at.slice(0, 19).replace('T', ' ')} UTC`,
    ...(sha256 === null ? [] : [`SHA-256 of the file ${sha256}`]),
    ...(allDigests ? [] : [FEWER]),
    ...(logs ?? []).map(({ name, keyId }) => `Log ${printable(name)}, key ${keyId}`),
    policySha256 === null ? 'No policy was given.' : `SHA-256 of the policy ${policySha256}`,
  ];
}

/** What failed or is missing stands before what passed. */
function rank({ outcome }: Finding): number {
  return ['failed', 'not-checked', 'passed'].indexOf(outcome);
}

function findingLines(finding: Finding, explain: boolean): string[] {
  const lines = [`  ${OUTCOMES[finding.outcome]}  ${printable(finding.sentence)}`];
  for (const detail of detailsOf(finding)) lines.push(...wrapped(`- ${printable(detail)}`));
  if (explain) {
    lines.push(...wrapped(`What this means: ${finding.means}`));
    lines.push(...wrapped(`What it does not prove: ${finding.doesNotProve}`));
  }
  return lines;
}

/** What a finding names: a sentence each for a bundle, one text for a receipt. */
export function detailsOf(finding: Finding & { details?: string[] }): string[] {
  return finding.details ?? (finding.where === undefined ? [] : [finding.where]);
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= WIDTH - INDENT.length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map(line => `${INDENT}${line}`);
}
