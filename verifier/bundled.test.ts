import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildVerifier } from '../scripts/build-verifier.ts';
import { makeSample } from '../src/portable/bundle/testing/sample-bundle.ts';
import { chatItem } from '../src/portable/bundle/testing/sample-chat.ts';
import { VERIFIER_VERSION } from './version.ts';

const PROGRAM = join(import.meta.dirname, 'dist', 'handover-verify.mjs');

/** A Node.js of this machine that is not the pinned one, 20 or newer: what a stranger would have. */
function strangersNode(): string | null {
  // oxlint-disable-next-line no-process-env -- where a stranger's Node.js lies is a fact of the machine
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const path of folders.map(folder => join(folder, 'node'))) {
    if (path.includes('node_modules') || !existsSync(path)) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
    if (Number(/^v(\d+)\./.exec(version)?.[1]) >= 20) return path;
  }
  return null;
}

const NODE = strangersNode();
const SKIP = NODE === null && 'no other Node.js from 20 on this machine';

describe('the built verifier', () => {
  it('is what the sources in the tree build: when it is stale, run scripts/build-verifier.ts', async () => {
    for (const [name, text] of Object.entries(await buildVerifier())) {
      const committed = readFileSync(join(import.meta.dirname, 'dist', name), 'utf8');
      assert.ok(
        committed === text,
        `verifier/dist/${name} is stale: node scripts/with-node.mjs scripts/build-verifier.ts`,
      );
    }
  });

  it('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    assert.equal(VERIFIER_VERSION, version);
  });

  it('asks for no network, no other file and no package of npm', () => {
    const program = readFileSync(PROGRAM, 'utf8');
    const wanted = [...program.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(wanted), new Set(['node:crypto', 'node:fs/promises', 'node:path', 'node:zlib']));
    assert.doesNotMatch(program, /\brequire\(|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket/);
  });
});

describe('the one file in the hands of a stranger', { skip: SKIP }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-stranger-'));
  after(() => rmSync(folder, { recursive: true }));
  before(async () => {
    const sample = await makeSample({ items: [chatItem(40, '2026-11-23T20:31:01.000Z')] });
    writeFileSync(join(folder, 'bundle.zip'), sample.zip);
    writeFileSync(join(folder, 'policy'), sample.policy);
    writeFileSync(join(folder, 'handover-verify.mjs'), readFileSync(PROGRAM));
    const changed = sample.zip.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    writeFileSync(join(folder, 'changed.zip'), changed);
    writeFileSync(join(folder, 'picture.zip'), 'not a zip');
  });

  for (const [what, args, code] of [
    ['verifies a good bundle under the policy', ['--policy', 'policy', 'bundle.zip'], 0],
    ['finds a changed one', ['--policy', 'policy', 'changed.zip'], 1],
    ['refuses what is no bundle', ['--policy', 'policy', 'picture.zip'], 2],
    ['does not vouch for the issuer without a policy', ['bundle.zip'], 3],
  ] as const) {
    it(`${what}, with exit code ${code}`, () => {
      const done = spawnSync(NODE ?? '', ['handover-verify.mjs', ...args], { cwd: folder, encoding: 'utf8' });
      assert.equal(done.status, code, done.stdout + done.stderr);
      assert.equal(done.stderr, '');
    });
  }
});
