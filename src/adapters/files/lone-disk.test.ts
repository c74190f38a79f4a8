import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { loneDisk } from './lone-disk.ts';

const DISKS: readonly (readonly [name: string, disk: Disk])[] = [
  ['the disk of a process that serves others', nodeDisk],
  ['the disk of a process that does nothing else', loneDisk],
];

for (const [name, disk] of DISKS)
  describe(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'handover-disk-'));
    whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
    const path = (file: string) => join(folder, file);

    test('keeps what is written in several goes, under a new name, a second name and after a rename', async () => {
      const file = await disk.createFile(path('one'));
      await file.write(Buffer.from('first '));
      await file.write(Buffer.from('second'));
      await file.sync();
      await file.close();
      await disk.link(path('one'), path('two'));
      await disk.rename(path('one'), path('three'));
      assert.deepEqual((await disk.list(folder)).toSorted(), ['three', 'two']);
      assert.equal(readFileSync(path('two'), 'utf8'), 'first second');
      assert.equal((await disk.readFile(path('three'))).toString(), 'first second');
      await disk.unlink(path('two'));
      assert.deepEqual(await disk.list(folder), ['three']);
    });

    test('makes, syncs and removes folders', async () => {
      await disk.makeFolder(path('inner'));
      const opened = await disk.openFolder(path('inner'));
      await opened.sync();
      await opened.close();
      await disk.removeFolder(path('inner'));
      await assert.rejects(disk.openFolder(path('inner')), { code: 'ENOENT' });
    });

    test('refuses as a promise, with the code of the system, and never at once', async () => {
      const refusals: readonly (readonly [what: () => Promise<unknown>, code: string])[] = [
        [() => disk.createFile(path('three')), 'EEXIST'],
        [() => disk.createFile(path('no/three')), 'ENOENT'],
        [() => disk.link(path('three'), path('three')), 'EEXIST'],
        [() => disk.rename(path('gone'), path('new')), 'ENOENT'],
        [() => disk.unlink(path('gone')), 'ENOENT'],
        [() => disk.readFile(path('gone')), 'ENOENT'],
        [() => disk.list(path('gone')), 'ENOENT'],
        [() => disk.makeFolder(folder), 'EEXIST'],
        [() => disk.removeFolder(path('gone')), 'ENOENT'],
        [() => disk.openFolder(path('three')), 'ENOTDIR'],
      ];
      for (const [what, code] of refusals) {
        const refused: Promise<unknown> = what();
        await assert.rejects(refused, { code });
      }
    });
  });
