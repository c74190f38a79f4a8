import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';
import { directDisk } from './direct-disk.ts';

const MIB = 1_048_576;

/** Memory that begins `past` bytes after the start of a page. */
function memory(sizeBytes: number, past: number): Uint8Array {
  const room = sizeBytes + past;
  return new Uint8Array(new ArrayBuffer(room, { maxByteLength: room })).subarray(past);
}

function bytesOf(sizeBytes: number, past = 0): Uint8Array {
  const bytes = memory(sizeBytes, past);
  for (let at = 0; at < sizeBytes; at += 1021) bytes[at] = at % 251;
  return bytes;
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the disk past the page cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-direct-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  const sizes = [0, 1, 4096, MIB - 1, MIB, MIB + 1, 2 * MIB + 4095, 3 * MIB + 4096];

  test('writes and reads back every byte, whatever the size, and wherever the memory begins', async () => {
    for (const size of sizes)
      for (const past of [0, 1, 512]) {
        const path = join(folder, `${size}-${past}`);
        const bytes = bytesOf(size, past);
        const file = await directDisk.createFile(path);
        await file.write(bytes);
        await file.sync();
        await file.close();
        assert.equal(digest(readFileSync(path)), digest(bytes), `written: ${size} from ${past}`);
        const into = memory(size + 100, past);
        assert.equal(await directDisk.readInto(path, into), size);
        assert.equal(digest(into.subarray(0, size)), digest(bytes), `read: ${size} into ${past}`);
        assert.ok(into.subarray(size).every(byte => byte === 0));
      }
  });

  test('what is written in several goes follows one another', async () => {
    const path = join(folder, 'appended');
    const file = await directDisk.createFile(path);
    const parts = [bytesOf(MIB + 5), bytesOf(2 * MIB), bytesOf(3)];
    for (const part of parts) await file.write(part);
    await file.close();
    assert.ok(readFileSync(path).equals(Buffer.concat(parts)));
  });

  test('a taken name, a missing file and too little room are answered as by any disk', async () => {
    const path = join(folder, 'large');
    writeFileSync(path, bytesOf(2 * MIB));
    await assert.rejects(directDisk.createFile(path), { code: 'EEXIST' });
    assert.equal(await directDisk.readInto(join(folder, 'none'), memory(10, 0)), null);
    const into = memory(MIB, 0);
    assert.equal(await directDisk.readInto(path, into), 2 * MIB);
    assert.ok(into.every(byte => byte === 0));
  });
});
