#!/usr/bin/env node
// handover COMMAND ...: runs a command of the project on the Node.js that the project pins.
import { join } from 'node:path';
import { becomePinned, installDependencies, ROOT } from '../scripts/runtime.mjs';

const installed = installDependencies('prod');
if (!installed.ok) {
  console.error(installed.output);
  process.exit(1);
}
becomePinned([join(ROOT, 'src/cli/handover.ts'), ...process.argv.slice(2)]);
