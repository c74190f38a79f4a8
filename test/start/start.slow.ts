import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { killTree, makePlace, processesOf, startHandover, type Place } from '#support/running-handover.ts';

async function nothingLeft(place: Place): Promise<void> {
  for (let tries = 0; tries < 200 && processesOf(place).length > 0; tries += 1) await sleep(50);
  assert.deepEqual(processesOf(place), []);
}

describe('npm start', () => {
  test('prints a line a step, runs, says that it runs when asked again, and Ctrl-C leaves no process behind', async () => {
    const place = await makePlace();
    const first = startHandover(place);
    await first.ready;
    assert.match(first.output(), /PostgreSQL started +\d+\.\d s +\d+\.\d MB/);
    assert.match(first.output(), /Demo world sealed, logged and read +\d+\.\d s/);
    assert.match(first.output(), new RegExp(`Begin here:\\s+http://127\\.0\\.0\\.1:${place.demo}/`));
    const page = await fetch(`http://127.0.0.1:${place.demo}/`);
    assert.equal(page.status, 200);
    const again = startHandover(place);
    assert.equal(await again.exited, 1);
    assert.match(again.output(), /already running with this data folder/);
    first.child.kill('SIGTERM');
    assert.equal(await first.exited, 0, first.output());
    assert.match(first.output(), /Everything acknowledged is kept/);
    await nothingLeft(place);
  });

  test('takes over what a killed run left, and begins anew only when told to, saying what it removes', async () => {
    const place = await makePlace();
    const first = startHandover(place);
    await first.ready;
    const supervisor = processesOf(place).find(pid =>
      spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
        'main.ts start',
      ),
    );
    process.kill(supervisor ?? 0, 'SIGKILL');
    await first.exited;
    const second = startHandover(place);
    await second.ready;
    assert.doesNotMatch(second.output(), /Demo world handed in/);
    second.child.kill('SIGTERM');
    await second.exited;
    const fresh = startHandover(place, ['--fresh']);
    await fresh.ready;
    assert.match(
      fresh.output(),
      /Removed from .*: the database, the log, sealed items, bundles and keys \(\d+ MB\)/,
    );
    assert.match(fresh.output(), /Demo world handed in/);
    fresh.child.kill('SIGTERM');
    await fresh.exited;
    await nothingLeft(place);
  });

  test('a taken port gets a sentence that names the port and the setting, before anything is made', async () => {
    const above = await makePlace();
    const place = { ...above, dataFolder: join(above.dataFolder, 'new', 'data') };
    const other = createServer().listen(place.police, '127.0.0.1');
    try {
      const started = startHandover(place);
      assert.equal(await started.exited, 1);
      assert.match(
        started.output(),
        new RegExp(`Port ${place.police} is taken by another program.*HANDOVER_POLICE_PORT`),
      );
      assert.doesNotMatch(started.output(), /PostgreSQL started/);
      assert.deepEqual(readdirSync(above.dataFolder), []);
    } finally {
      other.close();
    }
  });

  test('a PostgreSQL that was killed hard is recovered at the next start', async () => {
    const place = await makePlace();
    const first = startHandover(place);
    await first.ready;
    await killTree(place);
    const second = startHandover(place);
    await second.ready;
    second.child.kill('SIGTERM');
    assert.equal(await second.exited, 0);
  });

  const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
  test(
    'a full disk gets a sentence that says how much is needed',
    { skip: canMount ? false : 'only root can mount a small disk' },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'handover-small-'));
      assert.equal(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=50m', 'tmpfs', folder]).status, 0);
      try {
        const started = startHandover(await makePlace(join(folder, 'data')));
        assert.equal(await started.exited, 1);
        assert.match(started.output(), /has \d+ MB left; Handover needs 700 MB.*HANDOVER_DATA_DIR/);
      } finally {
        spawnSync('umount', [folder]);
      }
    },
  );

  test('--help explains itself, and an unknown option is refused', async () => {
    const place = await makePlace();
    const help = startHandover(place, ['--help']);
    assert.equal(await help.exited, 0);
    assert.match(help.output(), /HANDOVER_DATA_DIR/);
    const wrong = startHandover(place, ['--colour']);
    assert.equal(await wrong.exited, 1);
    assert.match(wrong.output(), /There is no option --colour/);
  });
});
