// npm start: installs what is missing (without development tools or install scripts), then runs the product on the
// Node.js that the project pins. Plain JavaScript for whatever Node.js the machine has, from 20.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { becomePinned, installDependencies, ROOT } from './runtime.mjs';

function megabytes(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += megabytes(path);
    else if (entry.isFile()) total += statSync(path).size / 1_000_000;
  }
  return total;
}

/** The help: its list of settings is the page of the settings, which a test keeps in step with src/config.ts. */
function helpText() {
  const page = readFileSync(join(ROOT, 'docs', 'operating', 'settings.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(HANDOVER_\w+)` \| (.+?) \| `?(.*?)`? \|$/gm)];
  return `Usage: npm start [-- --fresh]

Sets Handover up and runs it on this machine with an invented demo world, on loopback only.

  --fresh   begin anew: removes the data folder after saying what is in it
  --help    this text

Settings (environment):
${rows.map(([, env, about, fallback]) => `  ${env.padEnd(25)} ${about} Default: ${fallback}`).join('\n')}
`;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  // Before anything is installed: whoever asks what this does has not agreed to 340 MB yet.
  console.log(helpText());
  process.exit();
}
const started = Date.now();
console.log('Handover');
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

becomePinned([join(ROOT, 'src', 'main.ts'), 'start', ...args]);
