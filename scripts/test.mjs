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

if (patterns.length === 0) installChromium();

/** The browser tests need a real Chromium. Where there is none and we may, it is installed from the system's packages. */
function installChromium() {
  const places = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.some(path => path && fs.existsSync(path));
  if (found || process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const apt = args =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const ok =
    apt(['update']) &&
    apt(['install', '--no-install-recommends', 'chromium', 'age', 'unzip', 'poppler-utils']);
  console.log(
    ok
      ? 'ok     Chromium installed from the system packages'
      : 'Chromium could not be installed; browser tests are skipped',
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
