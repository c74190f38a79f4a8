import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { GatheredBody } from './gathered-body.ts';

describe('a gathered body', () => {
  test('is the same bytes in pieces of 4 KiB, in whatever pieces it came', async () => {
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, n) => n % 251));
    for (const size of [1, 3, 4096, 4097, 20_000]) {
      const pieces = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      const gathered: Buffer[] = [];
      const body = Readable.from(pieces).pipe(new GatheredBody());
      body.on('data', (piece: Buffer) => gathered.push(piece));
      await new Promise(resolve => void body.on('end', resolve));
      assert.ok(Buffer.concat(gathered).equals(bytes), `pieces of ${size}`);
      assert.deepEqual(
        gathered.map(({ length }) => length),
        [4096, 4096, 4096, 4096, 20_000 - 4 * 4096],
      );
    }
  });
});
