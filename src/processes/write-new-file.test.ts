import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { writeNewFile } from './write-new-file.ts';

test('a receipt whose name is taken, by one of another installation, gets a name beside it and writes over nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-new-file-'));
  try {
    const wanted = { name: 'NS26-000006', extension: 'handover-receipt' };
    const paths = [];
    for (const words of ['one', 'two', 'three'])
      paths.push(await writeNewFile(folder, wanted, Buffer.from(words)));
    assert.deepEqual(
      paths.map(path => [basename(path), readFileSync(path, 'utf8')]),
      [
        ['NS26-000006.handover-receipt', 'one'],
        ['NS26-000006-2.handover-receipt', 'two'],
        ['NS26-000006-3.handover-receipt', 'three'],
      ],
    );
    await assert.rejects(writeNewFile(join(folder, 'none'), wanted, Buffer.from('x')), { code: 'ENOENT' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
