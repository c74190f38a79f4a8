import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { writeTestZip, type TestMember } from '../testing/hostile-zip.ts';
import { UPLOAD_WORDS } from '../chat/upload-words.ts';
import { ArchiveError } from './archive-problem.ts';
import { isZip, type Outgoing, takeText, type Watcher } from './take-text.ts';

const CHAT = Buffer.from('[12/03/2026, 21:41:03] Kit: hello 🙂\r\n'.repeat(50));
const PHOTO = Buffer.alloc(5000, 0xd8);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const honest: readonly TestMember[] = [
  { name: '_chat.txt', data: CHAT, isDeflated: true },
  { name: '00000012-PHOTO.jpg', data: PHOTO },
  { name: 'Ünïcode 🙂.opus', data: Buffer.from('sound'), isDeflated: true },
];

const fileOf = (bytes: Buffer, name = 'WhatsApp Chat - Kit.zip') => new File([Uint8Array.from(bytes)], name);

const quiet: Watcher = {
  words: UPLOAD_WORDS.in('en').steps,
  step: () => undefined,
  choose: () => Promise.resolve(0),
};

const take = (bytes: Buffer, watcher = quiet, signal = new AbortController().signal) =>
  takeText(fileOf(bytes), signal, watcher).then(prepared => prepared?.outgoing ?? null);

const partOf = (outgoing: Outgoing | null, name: string) => outgoing?.find(([part]) => part === name)?.[1];

async function textOf(outgoing: Outgoing | null, name: string): Promise<string> {
  const part = partOf(outgoing, name);
  assert.ok(part !== undefined && typeof part !== 'string', name);
  return part.blob.text();
}

async function problemOf(bytes: Buffer): Promise<string> {
  try {
    await take(bytes);
    return 'none';
  } catch (error) {
    assert.ok(error instanceof ArchiveError, String(error));
    assert.ok(UPLOAD_WORDS.in('en').archive[error.problem].title.length > 10);
    return error.problem;
  }
}

describe('an archive opened in the browser', () => {
  test('only the words of the chat leave, with what the archive was and the fingerprints of the rest', async () => {
    const zip = writeTestZip(honest);
    const outgoing = await take(zip);
    assert.equal(await textOf(outgoing, 'file'), CHAT.toString());
    assert.equal(partOf(outgoing, 'archiveName'), 'WhatsApp Chat - Kit.zip');
    assert.equal(partOf(outgoing, 'archiveSizeBytes'), String(zip.length));
    assert.equal(partOf(outgoing, 'archiveSha256Hex'), sha256(zip));
    assert.equal(partOf(outgoing, 'archiveMember'), '_chat.txt');
    assert.equal(partOf(outgoing, 'extractorVersion'), 'handover-extract/1');
    assert.deepEqual(JSON.parse(await textOf(outgoing, 'fingerprints')), [
      { name: '00000012-PHOTO.jpg', sizeBytes: 5000, sha256Hex: sha256(PHOTO) },
      { name: 'Ünïcode 🙂.opus', sizeBytes: 5, sha256Hex: sha256(Buffer.from('sound')) },
    ]);
    assert.equal(outgoing?.length, 7);
  });

  test('progress never goes back and ends at the whole', async () => {
    const shares: number[] = [];
    await take(writeTestZip(honest), { ...quiet, step: (_text, share) => shares.push(share) });
    assert.ok(shares.length > 3);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.ok((shares.at(-1) ?? 0) > 0.5);
  });

  test('the chat of each app is found by its name, in a folder too, and what a Mac adds is not one', async () => {
    for (const name of [
      '_chat.txt',
      'WhatsApp Chat with Kit.txt',
      'ChatExport_2026/result.json',
      'notes.txt',
      'export.JSON',
    ]) {
      const zip = writeTestZip([
        { name: 'a.jpg', data: PHOTO },
        { name: '__MACOSX/._chat.txt', data: PHOTO },
        { name, data: CHAT },
      ]);
      assert.equal(partOf(await take(zip), 'archiveMember'), name);
    }
  });

  test('of several chats the person chooses one, or none, and then nothing leaves', async () => {
    const zip = writeTestZip([
      { name: 'a/_chat.txt', data: Buffer.from('one') },
      { name: 'b/_chat.txt', data: Buffer.from('two') },
    ]);
    const asked: (readonly string[])[] = [];
    const second = await take(zip, { ...quiet, choose: names => (asked.push(names), Promise.resolve(1)) });
    assert.deepEqual(asked, [['a/_chat.txt', 'b/_chat.txt']]);
    assert.equal(await textOf(second, 'file'), 'two');
    assert.equal(await take(zip, { ...quiet, choose: () => Promise.resolve(null) }), null);
  });

  test('cancelling stops the work', async () => {
    const stop = new AbortController();
    const watcher: Watcher = { ...quiet, step: text => void (text.includes('fingerprint') && stop.abort()) };
    await assert.rejects(take(writeTestZip(honest), watcher, stop.signal), { name: 'AbortError' });
    const two = writeTestZip([
      { name: 'a/_chat.txt', data: CHAT },
      { name: 'b/_chat.txt', data: CHAT },
    ]);
    const asking = new AbortController();
    const choosing: Watcher = { ...quiet, choose: () => (asking.abort(), new Promise(() => undefined)) };
    await assert.rejects(take(two, choosing, asking.signal), { name: 'AbortError' });
  });

  test('a zip is told by its first bytes, not by its name', async () => {
    assert.equal(await isZip(fileOf(writeTestZip(honest), 'chat.txt')), true);
    assert.equal(await isZip(fileOf(CHAT, 'chat.zip')), false);
    assert.equal(await isZip(fileOf(Buffer.from('PK'))), false);
  });

  test('bad input: an encrypted zip', async () => {
    const zip = writeTestZip([{ name: '_chat.txt', data: CHAT, isEncrypted: true }]);
    assert.equal(await problemOf(zip), 'encrypted');
  });

  test('bad input: a zip with 100,000 entries is given up after the first ten thousand', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => ({ name: `${n}.txt`, data: new Uint8Array(0) }));
    assert.equal(await problemOf(zip64(writeTestZip(many), many.length)), 'too-many-members');
    const most = many.slice(0, 10_001);
    assert.equal(await problemOf(writeTestZip(most)), 'too-many-members');
  });

  test('bad input: a zip bomb, by what it claims, by what comes out, and by members laid over each other', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    assert.equal(
      await problemOf(writeTestZip([...honest, { name: 'z.jpg', data: zeros, isDeflated: true }])),
      'bomb',
    );
    const liar: TestMember = { name: '_chat.txt', data: zeros, isDeflated: true, claimedBytes: 1000 };
    assert.ok(['bomb', 'damaged'].includes(await problemOf(writeTestZip([liar]))));
    const one: TestMember = { name: '_chat.txt', data: CHAT };
    const over = writeTestZip([one, { ...one, name: '_copy.jpg', local: { name: '_copy.jpg' }, offset: 0 }]);
    assert.ok(['bomb', 'disagrees'].includes(await problemOf(over)));
  });

  test('bad input: names that lead out of the archive', async () => {
    for (const name of [
      '../_chat.txt',
      'a/../../_chat.txt',
      '/etc/_chat.txt',
      'C:/_chat.txt',
      '..\\_chat.txt',
    ])
      assert.equal(await problemOf(writeTestZip([{ name, data: CHAT }])), 'unsafe-name', name);
  });

  test('bad input: local and central headers that disagree', async () => {
    const locals = [{ name: '_chat.exe' }, { sizeBytes: 3 }, { method: 8 }, { name: '_chat.tx' }];
    for (const local of locals)
      assert.equal(
        await problemOf(writeTestZip([{ name: '_chat.txt', data: CHAT, local }])),
        'disagrees',
        JSON.stringify(local),
      );
    const photo = writeTestZip([
      honest[0] ?? assert.fail(),
      { name: 'a.jpg', data: PHOTO, local: { name: 'b.jpg' } },
    ]);
    assert.equal(await problemOf(photo), 'disagrees');
  });

  test('bad input: two members of the same name', async () => {
    const zip = writeTestZip([
      { name: '_chat.txt', data: CHAT },
      { name: '_chat.txt', data: PHOTO },
    ]);
    assert.equal(await problemOf(zip), 'duplicate-names');
  });

  test('bad input: a damaged zip, one cut short, one with something in front or behind', async () => {
    const zip = writeTestZip(honest);
    const changed = Buffer.from(zip);
    changed[60] = (changed[60] ?? 0) ^ 0xff;
    assert.equal(await problemOf(changed), 'damaged');
    for (const length of [zip.length - 1, zip.length - 30, 200, 4])
      assert.ok(
        ['damaged', 'disagrees', 'not-a-zip'].includes(await problemOf(zip.subarray(0, length))),
        String(length),
      );
    assert.equal(await problemOf(Buffer.concat([zip, Buffer.from('appended')])), 'disagrees');
    assert.equal(await problemOf(Buffer.concat([Buffer.from('MZ in front'), zip])), 'disagrees');
  });

  test('bad input: a zip without a chat, and an empty one', async () => {
    assert.equal(await problemOf(writeTestZip([{ name: 'a.jpg', data: PHOTO }])), 'no-chat');
    assert.equal(await problemOf(writeTestZip([])), 'no-chat');
  });

  test('bad input: a chat larger than the server takes is not even unpacked', async () => {
    const zip = writeTestZip([{ name: '_chat.txt', data: CHAT, claimedBytes: 65 * 1024 * 1024 }]);
    assert.ok(['chat-too-large', 'bomb'].includes(await problemOf(zip)));
  });
});

/** Adds the ZIP64 records that a directory of more than 65,535 members needs. Source: PKWARE APPNOTE 6.3, 4.3.14 and 4.3.15. */
function zip64(zip: Buffer, count: number): Buffer {
  const end = zip.subarray(zip.length - 22);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(zip.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  const ending = Buffer.from(end);
  ending.writeUInt16LE(0xffff, 8);
  ending.writeUInt16LE(0xffff, 10);
  return Buffer.concat([zip.subarray(0, zip.length - 22), record, locator, ending]);
}
