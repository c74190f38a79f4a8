// npm start: installs what is missing (without development tools or install scripts), then runs the product on the
// Node.js that the project pins. Plain JavaScript for whatever Node.js the machine has, from 20.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, requirePinnedNode, ROOT } from './runtime.mjs';

function megabytes(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += megabytes(path);
    else if (entry.isFile()) total += statSync(path).size / 1_000_000;
  }
  return total;
}

const args = process.argv.slice(2);
const started = Date.now();
const quiet = args.includes('--help') || args.includes('-h');
if (!quiet) console.log('Handover');
const installed = installDependencies('prod');
if (!installed.ok) {
  console.error(installed.output);
  console.error(
    'The dependencies could not be installed. Check the network and the disk, and run "npm start" again.',
  );
  process.exit(1);
}
if (installed.ran) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  const size = megabytes(join(ROOT, 'node_modules')).toFixed(1).padStart(7);
  console.log(`  ${'Dependencies and pinned Node.js installed'.padEnd(44)} ${seconds} s ${size} MB`);
}

const child = spawn(requirePinnedNode(), ['--no-warnings', join(ROOT, 'src', 'main.ts'), 'start', ...args], {
  cwd: process.cwd(),
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on. Either way the child decides.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
