import type { Progress } from '../../src/portable/bundle/index.ts';
import { parseRecordCode } from '../../src/portable/receipt/index.ts';
import type { Published } from '../../src/portable/receipt/index.ts';
import { MISTYPED } from '../arguments.ts';
import type { PolicyGiven } from '../checking.ts';
import { policyFromText } from '../policy-text.ts';
import { publishedFault } from '../published-text.ts';
import type { Report } from '../report.ts';
import { textReport } from '../text-report.ts';
import { VERIFIER_VERSION } from '../version.ts';
import { checkFile } from './check-file.ts';
import type { Checked, Request } from './check-file.ts';
import { byId, element } from './elements.ts';
import { resultView } from './result-view.ts';

const subject = byId('subject', HTMLInputElement);
const policyFile = byId('policy-file', HTMLInputElement);
const policyText = byId('policy-text', HTMLTextAreaElement);
const compare = byId('compare', HTMLInputElement);
const checkpoint = byId('checkpoint', HTMLInputElement);
const later = byId('later', HTMLInputElement);
const consistency = byId('consistency', HTMLInputElement);
const code = byId('code', HTMLInputElement);
const problem = byId('problem', HTMLElement);
const progress = byId('progress', HTMLElement);
const ask = byId('ask', HTMLElement);
const result = byId('result', HTMLElement);

/** A file that was dropped, until another is chosen. */
let dropped: File | null = null;

byId('version', HTMLElement).textContent = VERIFIER_VERSION;
byId('form', HTMLFormElement).addEventListener('submit', event => {
  event.preventDefault();
  void run();
});
subject.addEventListener('change', () => {
  dropped = null;
});
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => {
  event.preventDefault();
  dropped = event.dataTransfer?.files[0] ?? null;
  byId('subject-hint', HTMLElement).textContent = dropped
    ? `Chosen: ${dropped.name}`
    : 'No file was dropped.';
});

async function run(): Promise<void> {
  problem.textContent = '';
  try {
    const request = await readForm();
    const checked = typeof request === 'string' ? request : await checkFile(request, tell);
    if (typeof checked === 'string') problem.textContent = checked;
    else show(checked);
  } catch {
    problem.textContent = 'The browser could not read the file. Is it still where it was?';
  } finally {
    progress.textContent = '';
  }
}

async function readForm(): Promise<Request | string> {
  const file = dropped ?? subject.files?.[0];
  if (!file) return 'Choose a bundle or a receipt first.';
  const text = (await policyFile.files?.[0]?.text()) ?? policyText.value;
  const given = text.trim() === '' ? null : readPolicy(text);
  if (typeof given === 'string') return given;
  const written = code.value.trim() === '' ? null : parseRecordCode(code.value);
  if (written === null && code.value.trim() !== '') return MISTYPED;
  const published = await readPublished();
  if (published === null && consistency.files?.[0]) return 'A consistency proof needs its checkpoint.';
  const wrong = published && publishedFault(published);
  if (wrong !== null) return wrong;
  return { subject: file, given, compare: [...(compare.files ?? [])], published, code: written };
}

async function readPublished(): Promise<Published | null> {
  const text = await checkpoint.files?.[0]?.text();
  if (text === undefined) return null;
  const proof = (await consistency.files?.[0]?.text()) ?? null;
  return { checkpoint: text, consistency: proof, later: later.checked };
}

function readPolicy(text: string): PolicyGiven | string {
  const given = policyFromText(text);
  return given.ok ? { policy: given.policy, text } : `The policy cannot be used. ${given.reason}`;
}

/** Politely, and no more often than each tenth: a screen reader reads every change. */
function tell({ step, doneBytes, totalBytes }: Progress): void {
  const tenths = Math.floor((10 * doneBytes) / Math.max(1, totalBytes));
  const words = `Checking ${step}, ${tenths * 10}%`;
  if (progress.textContent !== words) progress.textContent = words;
}

function show(checked: Checked): void {
  const { report } = checked;
  const save = element('button', { type: 'button', class: 'primary' }, 'Save this report');
  save.addEventListener('click', () => saveReport(report));
  const again = element('button', { type: 'button' }, 'Check another');
  again.addEventListener('click', askAgain);
  const [answer, ...rest] = resultView(checked);
  result.replaceChildren(answer, element('p', { class: 'actions' }, save, again), ...rest);
  ask.hidden = true;
  result.hidden = false;
  document.title = `${report.summary} – Handover`;
  byId('answer', HTMLElement).focus();
}

function askAgain(): void {
  result.hidden = true;
  result.replaceChildren();
  ask.hidden = false;
  document.title = 'Check a bundle – Handover';
  subject.focus();
}

function saveReport(report: Report): void {
  const address = URL.createObjectURL(new Blob([textReport(report, true)], { type: 'text/plain' }));
  const link = element('a', { href: address, download: `${report.file}.report.txt` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
