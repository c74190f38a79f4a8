import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { multipart, TestVisitor } from '../testing/test-visitor.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: 🙂\n');
const DIGEST = 'ab'.repeat(32);

const ARCHIVE = {
  archiveName: 'WhatsApp Chat - Kit.zip',
  archiveSizeBytes: '1234',
  archiveSha256Hex: DIGEST,
  archiveMember: 'folder/_chat.txt',
  extractorVersion: 'handover-extract/1',
};

describe('the chat page', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const atChat = async (of: PublicSide = side) => {
    const visitor = new TestVisitor(of.app);
    await visitor.walkToChat();
    return visitor;
  };

  test('a file of 2,500,000 bytes is staged in three segments, byte for byte, with its digest', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    const long = Buffer.alloc(2_500_000, '12/03/2026, 21:41 - Kit: hello\n');
    assert.equal((await visitor.upload('long.txt', long)).headers.location, '/chat');
    const { rows } = await own.owner.query('select n from handover.staged_segments order by n');
    assert.deepEqual(rows, [{ n: 0 }, { n: 1 }, { n: 2 }]);
    const [file] = await own.stagedFiles();
    assert.ok(file);
    assert.ok(file.bytes.equals(long));
    assert.equal(file.meta?.sizeBytes, long.length);
    assert.equal(file.meta.sha256Hex, createHash('sha256').update(long).digest('hex'));
  });

  test('a file is shown with its source class and size, and can be removed for good', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    await visitor.upload('a.txt', CHAT);
    await visitor.upload('b.txt', CHAT);
    const { body } = await visitor.get('/chat');
    assert.match(body, /a\.txt[^]*A chat saved from an app\. 63 bytes, added\./);
    assert.match(body, /Kept locked for this visit\.\s+They go\s+to the police\s+when\s+you\s+press/);
    // The same words twice are said to be that, at the second of them.
    assert.equal(body.match(/The same words as in/g)?.length, 1);
    assert.match(body, /b\.txt[^]*The same words as in <bdi>a\.txt<\/bdi>, which you added before/);
    const id = /name="id" value="([0-9a-f]{32})"/.exec(body)?.[1] ?? '';
    assert.equal((await visitor.post('/chat/remove', { id })).headers.location, '/chat');
    assert.doesNotMatch((await visitor.get('/chat')).body, /a\.txt/);
    assert.equal((await own.stagedFiles()).length, 1);
    assert.equal((await visitor.post('/chat/remove', { id: 'unknown' })).headers.location, '/chat');
  });

  test('one visitor cannot remove the file of another', async () => {
    const own = await createPublicSide();
    const victim = await atChat(own);
    await victim.upload('a.txt', CHAT);
    const id = /name="id" value="([0-9a-f]{32})"/.exec((await victim.get('/chat')).body)?.[1] ?? '';
    await (await atChat(own)).post('/chat/remove', { id });
    assert.equal((await own.stagedFiles()).length, 1);
  });

  test('a name from outside cannot turn the page round or mark it up', async () => {
    const visitor = await atChat();
    await visitor.upload('<b>\u202etxt.exe', CHAT);
    const { body } = await visitor.get('/chat');
    assert.match(body, /<bdi>&lt;b&gt;<span class="ho-hidden-character"/);
  });

  test('a name is kept without folders, and one that is a file written out is not kept', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    await visitor.upload('C:\\Users\\ana\\chat.txt', CHAT);
    await visitor.upload('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAA.txt', CHAT);
    const names = (await own.stagedFiles()).map(({ meta }) => meta?.name);
    assert.deepEqual(names, ['chat.txt', 'A file whose name was not kept.txt']);
  });

  test('going on needs a file, or the word that there is none', async () => {
    const visitor = await atChat();
    const reply = await visitor.post('/chat', { choice: 'files' });
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /href="#file">Add a file/);
    assert.equal((await visitor.post('/chat', { choice: 'none' })).headers.location, '/happened');
  });

  test('pasted words are an item of their own, exactly as the form posted them, and say that they were pasted', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    const reply = await visitor.post('/chat/paste', { text: ' 21:41 Kit: hi\r\n21:42 me: hello \r\n' });
    assert.equal(reply.headers.location, '/chat');
    await visitor.post('/chat/paste', { text: 'second' });
    const staged = await own.stagedFiles();
    assert.deepEqual(
      staged.map(({ meta }) => [meta?.name, meta?.sourceClass, meta?.kind]),
      [
        ['Pasted text 1.txt', 'typed', 'chat'],
        ['Pasted text 2.txt', 'typed', 'chat'],
      ],
    );
    assert.equal(staged[0]?.bytes.toString(), ' 21:41 Kit: hi\r\n21:42 me: hello \r\n');
  });

  test('pasting nothing, or a picture in letters, is asked again and keeps nothing', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    for (const text of ['', '  \r\n', 'data:image/png;base64,iVBORw0KGgo=', 'a\0b']) {
      const reply = await visitor.post('/chat/paste', { text });
      assert.equal(reply.statusCode, 422, text);
      assert.match(reply.body, /href="#text"/);
    }
    assert.deepEqual(await own.stagedFiles(), []);
  });

  test('pasted words of somebody whose answers have gone are shown, so that they can be copied', async () => {
    const reply = await new TestVisitor(side.app).post('/chat/paste', { text: 'hours of copying' });
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /hours of copying/);
  });

  const sendExtract = async (
    visitor: TestVisitor,
    fields: Readonly<Record<string, string>>,
    fingerprints: unknown = [{ name: 'IMG-1.jpg', sizeBytes: 5, sha256Hex: DIGEST }],
  ) => {
    const list = typeof fingerprints === 'string' ? fingerprints : JSON.stringify(fingerprints);
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ...Object.entries(fields),
      ['file', { name: '_chat.txt', bytes: CHAT }],
      ['fingerprints', { name: 'fingerprints.json', bytes: Buffer.from(list) }],
    ]);
    return visitor.postRaw('/chat/upload', payload, { ...headers, accept: 'application/json' });
  };

  test('an extract is staged with the archive it was taken from, and its fingerprints as an item beside it', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    assert.deepEqual((await sendExtract(visitor, ARCHIVE)).json(), { ok: true, next: '/chat' });
    const [text, list] = await own.stagedFiles();
    const extractOf = {
      name: ARCHIVE.archiveName,
      sizeBytes: 1234,
      sha256Hex: DIGEST,
      member: ARCHIVE.archiveMember,
      extractorVersion: ARCHIVE.extractorVersion,
    };
    assert.deepEqual(
      [text?.meta?.kind, text?.meta?.sourceClass, text?.meta?.extractOf],
      ['chat', 'extract', extractOf],
    );
    assert.deepEqual([list?.meta?.kind, list?.meta?.extractOf], ['fingerprints', extractOf]);
    assert.equal(list?.bytes.toString(), `[{"name":"IMG-1.jpg","sha256Hex":"${DIGEST}","sizeBytes":5}]`);
    const { body } = await visitor.get('/chat');
    assert.match(body, /1 other file/);
    const id = /name="id" value="([0-9a-f]{32})"/.exec(body)?.[1] ?? '';
    await visitor.post('/chat/remove', { id });
    assert.deepEqual(await own.stagedFiles(), []);
  });

  test('what our script would not have written of an archive is refused, and nothing of it is kept', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    const wrong: Record<string, string>[] = [
      { ...ARCHIVE, archiveSha256Hex: 'short' },
      { ...ARCHIVE, archiveSizeBytes: '-1' },
      { ...ARCHIVE, archiveSizeBytes: '1.5' },
      { ...ARCHIVE, archiveMember: '' },
      { ...ARCHIVE, extractorVersion: 'Bad Version' },
      { ...ARCHIVE, archiveName: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB' },
    ];
    for (const fields of wrong)
      assert.equal((await sendExtract(visitor, fields)).statusCode, 403, JSON.stringify(fields));
    const lists = [
      '{}',
      'not json',
      [{ name: 'x', sizeBytes: 5 }],
      [{ name: 'x', sizeBytes: 5, sha256Hex: 'AB'.repeat(32) }],
      [{ name: '', sizeBytes: 5, sha256Hex: DIGEST }],
      [{ name: 'data:image/png;base64,iVBORw0KGgo=', sizeBytes: 5, sha256Hex: DIGEST }],
      Array.from({ length: 10_001 }, () => ({ name: 'x', sizeBytes: 5, sha256Hex: DIGEST })),
    ];
    for (const list of lists) assert.equal((await sendExtract(visitor, ARCHIVE, list)).statusCode, 403);
    assert.deepEqual(await own.stagedFiles(), []);
    assert.doesNotMatch((await visitor.get('/chat')).body, /Your files/);
  });

  test('an extract cut within its fingerprints counts for nothing', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ...Object.entries(ARCHIVE),
      ['file', { name: '_chat.txt', bytes: CHAT }],
      ['fingerprints', { name: 'f.json', bytes: Buffer.from(`[${' '.repeat(5000)}]`) }],
    ]);
    const reply = await visitor.postRaw('/chat/upload', payload.subarray(0, payload.length - 2000), headers);
    assert.equal(reply.statusCode, 422);
    assert.deepEqual(await own.stagedFiles(), []);
  });
});
