import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';
import { lockFolder } from './installation.ts';

const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-lock-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const taken = (path: string) => {
  const lock = lockFolder(path, 8000);
  assert.ok(lock.ok);
  return lock;
};

describe('the lock of a data folder', () => {
  test('of a start that was refused leaves nothing behind, not even the folders that were made for it', () => {
    const above = tempFolder();
    const lock = taken(join(above, 'of', 'mine', 'data', 'lock'));
    assert.ok(existsSync(join(above, 'of', 'mine', 'data', 'lock')));
    lock.undo();
    assert.deepEqual(readdirSync(above), []);
  });

  test('of a start that was refused leaves a folder that was there, and one with something in it', () => {
    const above = tempFolder();
    taken(join(above, 'lock')).undo();
    assert.deepEqual(readdirSync(above), []);
    const lock = taken(join(above, 'data', 'lock'));
    writeFileSync(join(above, 'data', 'note'), 'kept');
    lock.undo();
    assert.deepEqual(readdirSync(join(above, 'data')), ['note']);
  });
});
