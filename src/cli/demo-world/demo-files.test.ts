import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ChatTruth } from './chat-truth.ts';
import { writeDemoFiles } from './demo-files.ts';
import { everyChat, WORLD } from './every-chat.ts';

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function entryBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(parts)));
    });
  });
}

async function unzipped(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes);
  const entries = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entryBytes(zip, entry).then(content => {
        entries.set(entry.fileName, content);
        zip.readEntry();
      }, reject);
    });
    zip.on('end', () => resolve(entries));
    zip.readEntry();
  });
}

test('the demo files on disk are the chats of the demo world, each with its truth beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-demo-files-'));
  try {
    const { chats, ready } = writeDemoFiles(folder);
    assert.equal(chats.length + 1, everyChat().length);
    for (const { chat } of everyChat()) {
      const written = chats.find(({ key }) => key === chat.key);
      const path = written?.path ?? ready.textPath;
      assert.equal(basename(path), chat.fileName);
      assert.deepEqual(readFileSync(path), Buffer.from(chat.bytes));
      const truthPath = written?.truthPath ?? join(folder, 'ready', 'truth.json');
      assert.deepEqual(JSON.parse(readFileSync(truthPath, 'utf8')) as ChatTruth, chat.truth);
    }
    assert.deepEqual(readFileSync(ready.archivePath), Buffer.from(WORLD.readyExport.archiveBytes));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the ready archive unpacks, with another program, to the ready text and its two small pictures', async () => {
  const { archiveBytes, chat, media } = WORLD.readyExport;
  const entries = await unzipped(archiveBytes);
  assert.deepEqual([...entries.keys()], [chat.fileName, ...media.map(({ name }) => name)]);
  assert.deepEqual(entries.get(chat.fileName), Buffer.from(chat.bytes));
  assert.equal(media.length, 2);
  for (const { name, bytes } of media) {
    assert.deepEqual(entries.get(name), Buffer.from(bytes));
    assert.ok(bytes.length < 200 && Buffer.from(bytes).toString('latin1').startsWith('\x89PNG'));
    assert.ok(new TextDecoder().decode(chat.bytes).includes(`${name} (file attached)`));
  }
});
