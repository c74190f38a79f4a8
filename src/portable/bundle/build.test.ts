import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { utf8 } from '../bytes/index.ts';
import { makeSample } from './testing/sample-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-bundle-'));
after(() => rmSync(folder, { recursive: true }));

const ITEMS = [
  { name: 'chat.txt', bytes: utf8('a chat') },
  { name: 'notes.txt', bytes: utf8('what happened') },
];
const BAGIT = spawnSync('python3', ['-c', 'import bagit']).status === 0;
const VALIDATE = 'import sys, bagit; bag = bagit.Bag(sys.argv[1]); bag.validate(); print(bag.version)';
const hasTools =
  spawnSync('unzip', ['-v']).status === 0 && spawnSync('sha256sum', ['--version']).status === 0;

describe('a bundle', () => {
  it('is the same bytes when it is built again from the same order', async () => {
    assert.deepEqual((await makeSample({ items: ITEMS })).zip, (await makeSample({ items: ITEMS })).zip);
  });

  it(
    'unpacks to a bag that sha256sum finds whole',
    { skip: !hasTools && 'no unzip or sha256sum here' },
    async () => {
      const { zip, order } = await makeSample({ items: ITEMS });
      writeFileSync(join(folder, 'bundle.zip'), zip);
      assert.equal(spawnSync('unzip', ['-q', 'bundle.zip'], { cwd: folder }).status, 0);
      const cwd = join(folder, order.name);
      for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        const done = spawnSync('sha256sum', ['--strict', '-c', list], { cwd, encoding: 'utf8' });
        assert.equal(done.status, 0, `${list}: ${done.stdout}${done.stderr}`);
      }
    },
  );

  it(
    'is a valid bag to bagit-python, of version 1.0',
    { skip: !BAGIT && 'python3 has no module bagit here' },
    async () => {
      const { zip, order } = await makeSample({ items: ITEMS, seed: 'bagit' });
      const into = mkdtempSync(join(folder, 'bagit-'));
      writeFileSync(join(into, 'bundle.zip'), zip);
      assert.equal(spawnSync('unzip', ['-q', 'bundle.zip'], { cwd: into }).status, 0);
      const done = spawnSync('python3', ['-c', VALIDATE, join(into, order.name)], { encoding: 'utf8' });
      assert.equal(done.stdout.trim(), '1.0', done.stderr);
    },
  );
});
