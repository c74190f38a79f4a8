#!/usr/bin/env node
// handover COMMAND ...: runs a command of the project on the Node.js that the project pins.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, requirePinnedNode, ROOT } from '../scripts/runtime.mjs';

const installed = installDependencies('prod');
if (!installed.ok) {
  console.error(installed.output);
  process.exit(1);
}
const done = spawnSync(
  requirePinnedNode(),
  ['--no-warnings', join(ROOT, 'src/cli/handover.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exit(done.status ?? 1);
