// Runs a project script on the pinned Node.js: node scripts/with-node.mjs FILE [ARG ...]
import { spawnSync } from 'node:child_process';
import { installDependencies, requirePinnedNode, ROOT } from './runtime.mjs';

const installed = installDependencies('all');
if (!installed.ok) {
  console.error(installed.output);
  process.exit(1);
}
const done = spawnSync(requirePinnedNode(), process.argv.slice(2), { cwd: ROOT, stdio: 'inherit' });
process.exit(done.status ?? 1);
