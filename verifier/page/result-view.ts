import type { Finding } from '../../src/portable/findings/index.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { detailsOf } from '../text-report.ts';
import type { Checked } from './check-file.ts';
import { element } from './elements.ts';
import { receiptView } from './receipt-view.ts';
import { itemsView, recordView } from './record-view.ts';
import { transcriptViews } from './transcript-view.ts';

const MARKS: Record<Finding['outcome'], { sign: string; word: string }> = {
  passed: { sign: '✓', word: 'Passed' },
  failed: { sign: '✗', word: 'Failed' },
  'not-checked': { sign: '?', word: 'Not checked' },
};

const HEADINGS: [Finding['outcome'], string][] = [
  ['failed', 'What failed'],
  ['not-checked', 'What was not checked'],
  ['passed', 'What passed'],
];

/** More than this many details of one finding are counted, not shown. The saved report has them all. */
const MAX_DETAILS = 100;

/** Everything that is shown of a report, the answer first. The heading takes the focus when it appears. */
export function resultView({ report, bundle, source }: Checked): [Node, ...Node[]] {
  const passed = report.verdict === 'failed' || report.verdict === 'unusable' ? 'bad' : 'fine';
  const tone = report.verdict === 'issuer-not-established' ? 'unsure' : passed;
  const banner = element(
    'div',
    { class: `answer ${tone}` },
    element('h1', { id: 'answer', tabindex: '-1' }, report.summary),
    element('p', {}, element('bdi', {}, printable(report.file))),
    element('p', {}, printable(report.about)),
    ...(report.bundleId === null
      ? []
      : [element('p', {}, 'Bundle id ', element('code', {}, report.bundleId))]),
  );
  return [
    banner,
    ...whatToDo(report),
    ...receiptView(report),
    ...HEADINGS.flatMap(([outcome, heading]) => group(report, outcome, heading)),
    limits(report),
    ...(bundle ? [itemsView(bundle), recordView(bundle), ...transcriptViews(bundle, source)] : []),
  ];
}

function whatToDo({ verdict, besideOnly }: Report): Node[] {
  const steps = besideOnly ? BESIDE_STEPS : STEPS[verdict];
  if (steps.length === 0) return [];
  const list = element('ul', {}, ...steps.map(step => element('li', {}, step)));
  return [element('section', { class: 'todo' }, element('h2', {}, 'What to do'), list)];
}

const STEPS: Record<Report['verdict'], string[]> = {
  verified: [],
  failed: [
    'Keep this copy unaltered; note where it came from; ask the court for another.',
    'Save the report. It names what failed and holds none of the evidence.',
  ],
  unusable: ['Make sure that this is the file you were given, whole and unopened, and not unpacked.'],
  'issuer-not-established': [
    'Get the policy or public key from where the force publishes it, and check again with it.',
  ],
};

const BESIDE_STEPS = [
  'Keep both files unaltered, and note where each came from and when.',
  'Make sure that what was held against the receipt is what you meant. “What failed” says what does not fit.',
];

function group(report: Report, outcome: Finding['outcome'], heading: string): Node[] {
  const findings = report.findings.filter(finding => finding.outcome === outcome);
  if (findings.length === 0) return [];
  const list = element('ul', { class: 'findings' }, ...findings.map(findingView));
  return [element('section', {}, element('h2', {}, heading), list)];
}

function findingView(finding: Finding): Node {
  const { sign, word } = MARKS[finding.outcome];
  const details = detailsOf(finding);
  const shown = details.slice(0, MAX_DETAILS).map(detail => element('li', {}, printable(detail)));
  if (details.length > MAX_DETAILS) shown.push(element('li', {}, `and ${details.length - MAX_DETAILS} more`));
  return element(
    'li',
    { class: finding.outcome },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, sign),
    element('p', { class: 'sentence' }, element('span', { class: 'unseen' }, `${word}: `), finding.sentence),
    ...(shown.length > 0 ? [element('ul', { class: 'details' }, ...shown)] : []),
    element(
      'details',
      {},
      element('summary', {}, 'How, and what it does not prove'),
      element('p', {}, element('b', {}, 'What this means. '), finding.means),
      element('p', {}, element('b', {}, 'What it does not prove. '), finding.doesNotProve),
    ),
  );
}

function limits(report: Report): Node {
  const list = element('ul', {}, ...report.doesNotShow.map(limit => element('li', {}, limit)));
  return element('section', { class: 'limits' }, element('h2', {}, 'What this does not show'), list);
}
