import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide, type PublicSideOptions } from '../testing/public-side.ts';
import { multipart, TestVisitor } from '../testing/test-visitor.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\r\n12/03/2026, 21:42 - Freya: 🙂\r\n');
const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(500, 0x5a)]);

const atChat = async (side: PublicSide) => {
  const visitor = new TestVisitor(side.app);
  await visitor.walkToChat();
  return visitor;
};

const rowsLeft = async (side: PublicSide) => {
  const { rows } = await side.owner.query<{ files: number; segments: number }>(
    'select (select count(*)::int from handover.staged_files) as files, (select count(*)::int from handover.staged_segments) as segments',
  );
  return rows[0];
};

const NOTHING = { files: 0, segments: 0 };

describe('bad input: each has a clear page and leaves nothing half-accepted', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const refused = async (name: string, bytes: Uint8Array, says: RegExp) => {
    const visitor = await atChat(side);
    const reply = await visitor.upload(name, bytes);
    assert.equal(reply.statusCode, 422, name);
    assert.match(reply.body, says);
    assert.match(reply.body, /What you can do/);
    assert.match(reply.body, /href="\/chat"/);
    assert.deepEqual(await rowsLeft(side), NOTHING);
    assert.doesNotMatch((await visitor.get('/chat')).body, /Your files/);
  };

  test('bad input: an empty file', () => refused('empty.txt', Buffer.alloc(0), /That file is empty/));

  test('bad input: a file of blanks', () =>
    refused('blank.txt', Buffer.from(' \r\n\t'), /That file is empty/));

  test('bad input: a picture named .txt is explained, not scolded', () =>
    refused('holiday.txt', JPEG, /That file is a picture[^]*nothing you did wrong/));

  test('bad input: a zip without JavaScript says that scripts are off, and how else to go on', () =>
    refused(
      'chat.zip',
      Buffer.from('504b03041400000008000000', 'hex'),
      /That file is packed[^]*scripts \(JavaScript\) are off[^]*may be sexual, stop[^]*without media[^]*unpack it[^]*href="\/chat\/paste"/,
    ));

  test('bad input: a rar, a 7z, a tar.gz and a PDF', async () => {
    await refused('a.rar', Buffer.from('526172211a070100', 'hex'), /packed/);
    await refused('a.7z', Buffer.from('377abcaf271c0004', 'hex'), /packed/);
    await refused('a.tar.gz', Buffer.from('1f8b080000000000', 'hex'), /packed/);
    await refused('a.pdf', Buffer.from('%PDF-1.7\n'), /a document, not plain text/);
  });

  test('bad input: a film and a sound', async () => {
    await refused('a.mp4', Buffer.from('000000206674797069736f6d00000200', 'hex'), /video or a sound/);
    await refused('a.opus', Buffer.from('4f67675300020000', 'hex'), /video or a sound/);
  });

  test('bad input: NUL bytes, other control characters and invalid UTF-8, with about where', async () => {
    await refused('nul.txt', Buffer.from('one\ntwo\0'), /not text[^]*line 2/);
    await refused('esc.txt', Buffer.from('a\x1b[31m'), /not text/);
    await refused('latin1.txt', Buffer.from('caf\xe9 at 8', 'latin1'), /not text/);
  });

  test('bad input: UTF-16 is refused with advice', () =>
    refused('unicode.txt', Buffer.from('\ufeffhello', 'utf16le'), /UTF-16[^]*UTF-8/));

  test('bad input: a picture written out inside a text', () =>
    refused(
      'chat.txt',
      Buffer.from(`${CHAT.toString()}data:image/jpeg;base64,${JPEG.toString('base64')}`),
      /picture or another file inside that text/,
    ));

  test('bad input: a picture after more than a segment of text leaves nothing of the text either', () =>
    refused(
      'long.txt',
      Buffer.concat([
        Buffer.from('12/03/2026, 21:41 - Kit: hello\n'.repeat(80_000)),
        Buffer.from(JPEG.toString('base64')),
      ]),
      /picture or another file inside that text/,
    ));

  test('bad input: a truncated export, cut in the middle of a character, is taken as it is', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    const cut = CHAT.subarray(0, CHAT.length - 4);
    assert.equal((await visitor.upload('_chat.txt', cut)).headers.location, '/chat');
    assert.deepEqual((await own.stagedFiles())[0]?.bytes, Buffer.from(cut));
  });

  test('bad input: an upload cut at 90%', async () => {
    const visitor = await atChat(side);
    const body = multipart([
      ['form_token', await visitor.token()],
      ['file', { name: 'chat.txt', bytes: Buffer.from('12/03/2026, 21:41 - Kit: hello\n'.repeat(90_000)) }],
    ]);
    const most = body.payload.subarray(0, Math.floor(body.payload.length * 0.9));
    const reply = await visitor.postRaw('/chat/upload', most, body.headers);
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /did not arrive whole[^]*Nothing of it counts/);
    assert.deepEqual(await rowsLeft(side), NOTHING);
  });

  test('bad input: a form that is not a form', async () => {
    const visitor = await atChat(side);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
      assert.equal(
        (await visitor.postRaw('/chat/upload', 'junk', { 'content-type': type })).statusCode,
        422,
        type,
      );
    const json = await visitor.postRaw('/chat/upload', '{}', { 'content-type': 'application/json' });
    assert.ok([415, 422].includes(json.statusCode));
    assert.deepEqual(await rowsLeft(side), NOTHING);
  });

  test('bad input: no file chosen is asked again', async () => {
    const visitor = await atChat(side);
    const reply = await visitor.upload('', Buffer.alloc(0));
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /href="#file">Choose a file/);
  });

  test('bad input: a file one byte too large, found as it arrives', async () => {
    const own = await createPublicSide({ settings: { largestFileBytes: 2_000_000 } });
    const visitor = await atChat(own);
    assert.equal((await visitor.upload('a.txt', Buffer.alloc(2_000_000, 'a b c\n'))).statusCode, 303);
    const reply = await visitor.upload('b.txt', Buffer.alloc(2_000_001, 'a b c\n'));
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /too large[^]*2 MB/);
    assert.deepEqual(await rowsLeft(own), { files: 1, segments: 2 });
  });

  test('bad input: more files than there is room for', async () => {
    const own = await createPublicSide({ settings: { mostFiles: 4 } });
    const visitor = await atChat(own);
    for (let n = 0; n < 3; n += 1) await visitor.upload(`${n}.txt`, CHAT);
    assert.match((await visitor.get('/chat')).body, /as many files as we can take/);
    assert.doesNotMatch((await visitor.upload('late.txt', CHAT)).body, /late\.txt/);
    assert.equal((await rowsLeft(own))?.files, 3);
  });

  test('bad input: disk full while uploading', async () => {
    const own = await createPublicSide();
    const visitor = await atChat(own);
    await visitor.upload('before.txt', CHAT);
    await own.owner.query('update handover.force_settings set storage_low = true');
    const reply = await visitor.upload('after.txt', CHAT);
    assert.equal(reply.statusCode, 507);
    assert.match(reply.body, /Our storage is full[^]*What you gave us before is safe/);
    await own.owner.query('update handover.force_settings set storage_low = false');
    assert.equal((await rowsLeft(own))?.files, 1);
    assert.match((await visitor.get('/chat')).body, /before\.txt/);
    assert.doesNotMatch((await visitor.get('/chat')).body, /after\.txt/);
  });

  test('bad input: disk full in the middle of a file, after a segment was stored', async () => {
    const failing: PublicSideOptions = {
      door: real => ({
        ...real,
        stageSegment: async (file, n, bytes) => {
          if (n === 1) await full.owner.query('update handover.force_settings set storage_low = true');
          await real.stageSegment(file, n, bytes);
        },
      }),
    };
    const full = await createPublicSide(failing);
    const visitor = await atChat(full);
    const reply = await visitor.upload('long.txt', Buffer.alloc(3_000_000, 'a b c\n'));
    assert.equal(reply.statusCode, 507);
    assert.deepEqual(await rowsLeft(full), NOTHING);
  });

  test('bad input: the session ends while a file is on its way', async () => {
    const own = await createPublicSide({
      door: real => ({
        ...real,
        completeFile: async (file, n, meta) => {
          await real.completeFile(file, n, meta);
          await own.owner.query('delete from handover.drafts');
        },
      }),
    });
    const visitor = await atChat(own);
    const reply = await visitor.upload('chat.txt', CHAT);
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /Any file\s+you\s+added without handing in is gone/);
    assert.deepEqual(await rowsLeft(own), NOTHING);
  });

  test('bad input: one address that uploads without end is told to wait, and the rest of the form still works', async () => {
    const own = await createPublicSide({ settings: { mostFiles: 2 } });
    const visitor = await atChat(own);
    const statuses = new Set<number>();
    for (let n = 0; n < 62; n += 1)
      statuses.add(
        (await visitor.postRaw('/chat/upload', '', { 'content-type': 'multipart/form-data; boundary=x' }))
          .statusCode,
      );
    assert.ok(statuses.has(429));
    assert.equal((await visitor.post('/chat', { choice: 'none' })).headers.location, '/happened');
    assert.equal((await visitor.post('/', { happening: 'child-in-danger' })).headers.location, '/danger');
  });

  test('bad input: a script gets the same refusal as sentences', async () => {
    const visitor = await atChat(side);
    const body = multipart([
      ['form_token', await visitor.token()],
      ['file', { name: 'a.txt', bytes: JPEG }],
    ]);
    const reply = await visitor.postRaw('/chat/upload', body.payload, {
      ...body.headers,
      accept: 'application/json',
    });
    assert.equal(reply.statusCode, 422);
    const answer = reply.json<{ ok: boolean; title: string; why: string[]; todo: string[] }>();
    assert.equal(answer.ok, false);
    assert.equal(answer.title, 'That file is a picture');
    assert.ok(answer.todo.length > 0);
  });

  test('a file written out in words that are typed is not kept either', async () => {
    const visitor = await atChat(side);
    await visitor.post('/chat', { choice: 'none' });
    const written = JPEG.toString('base64');
    for (const [path, field] of [
      ['/happened', 'happened'],
      ['/facts', 'links'],
      ['/contact', 'whenAndAsWhom'],
    ] as const) {
      const reply = await visitor.post(path, { [field]: `see ${written}` });
      assert.equal(reply.statusCode, 422, path);
      assert.match(reply.body, new RegExp(`href="#${field}">Take out the part`));
    }
    await visitor.post('/', { happening: 'child-in-danger' });
    assert.equal((await visitor.post('/danger', { what: written })).headers.location, '/who');
    const { rows } = await side.owner.query<{ what: string }>('select what from handover.danger_reports');
    assert.match(rows[0]?.what ?? '', /was taken out here/);
  });
});
