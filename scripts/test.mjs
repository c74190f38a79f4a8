// npm test: sets itself up, then runs every check. The last line is "N passed, N failed, N skipped".
// Usage: node scripts/test.mjs fast|slow [PATTERN ...]   (patterns narrow the test files; checks are then left out)
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, requirePinnedNode, ROOT } from './runtime.mjs';

const [lane = 'fast', ...patterns] = process.argv.slice(2);

const installed = installDependencies('all');
if (!installed.ok) {
  console.error(installed.output);
  console.error('The dependencies could not be installed. Check the network and run "npm test" again.');
  process.exit(1);
}
const node = requirePinnedNode();
if (process.execPath !== node) {
  const again = spawnSync(
    node,
    [import.meta.filename ?? join(ROOT, 'scripts/test.mjs'), ...process.argv.slice(2)],
    {
      cwd: ROOT,
      stdio: 'inherit',
    },
  );
  process.exit(again.status ?? 1);
}

/** Programs of other people that tests judge us by: Debian package and what it puts into /usr/bin. */
const OTHER_PROGRAMS = { age: 'age', unzip: 'unzip', strace: 'strace', 'poppler-utils': 'pdftotext' };

if (patterns.length === 0) installPrograms();

/** Browser tests need a real Chromium, others programs that are not ours. What is missing is installed from the system's packages where we may. */
function installPrograms() {
  const places = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.some(path => path && fs.existsSync(path));
  const others = Object.values(OTHER_PROGRAMS).every(name => fs.existsSync(`/usr/bin/${name}`));
  if ((found && others) || process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const apt = args =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const ok =
    apt(['update']) &&
    apt(['install', '--no-install-recommends', 'chromium', ...Object.keys(OTHER_PROGRAMS)]);
  console.log(
    ok
      ? 'ok     Chromium and other programs installed from the system packages'
      : 'Chromium or another program could not be installed; tests that need it are skipped',
  );
}

const bin = name => join(ROOT, 'node_modules', '.bin', name);
const CHECKS = [
  ['types', bin('tsc'), []],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', '--quiet']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['unused code', bin('knip'), []],
];

const total = { passed: 0, failed: 0, skipped: 0, skips: [] };

function step(title, command, args, env = {}) {
  const started = Date.now();
  const done = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  const ok = done.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${title}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!ok || title.startsWith('tests')) process.stdout.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  return ok;
}

if (lane === 'fast' && patterns.length === 0) {
  for (const [title, command, args] of CHECKS) total[step(title, command, args) ? 'passed' : 'failed'] += 1;
}

const ending = lane === 'slow' ? 'slow.ts' : 'test.ts';
const all = fs
  .globSync([`src/**/*.${ending}`, `verifier/**/*.${ending}`, `test/**/*.${ending}`], { cwd: ROOT })
  .sort();
const files = patterns.length > 0 ? all.filter(file => patterns.some(p => file.includes(p))) : all;
if (files.length === 0) {
  console.log(`No test file matches ${patterns.join(' ') || ending}.`);
  total.failed += 1;
} else {
  const folder = fs.mkdtempSync(join(tmpdir(), 'handover-test-'));
  const summary = join(folder, 'summary.json');
  const args = [
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    '--test-reporter=./scripts/test-reporter.mjs',
    '--test-timeout=1200000',
    ...files,
  ];
  const ok = step(`tests (${files.length} files)`, node, args, { HANDOVER_TEST_SUMMARY: summary });
  const counts = readSummary(summary);
  total.passed += counts.passed;
  total.failed += counts.failed + (!ok && counts.failed === 0 ? 1 : 0);
  total.skipped += counts.skipped;
  total.skips.push(...counts.skips);
  fs.rmSync(folder, { recursive: true });
}

function readSummary(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, skips: [] };
  }
}

for (const skip of total.skips) console.log(`skipped: ${skip}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
