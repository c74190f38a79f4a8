import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../../testing/public-side.ts';
import { wordsOf } from '../../testing/test-visitor.ts';
import { OCTETS, Tus } from '../../testing/tus-test-client.ts';

const LINE = '12/03/2026, 21:41 - Kit: hello, are you coming to the station?\n';
const CHAT = Buffer.from(LINE.repeat(200));
const sha = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('base64');

describe('resumable uploads, as the tus protocol says', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const stored = async (of: PublicSide) =>
    (await of.owner.query<{ n: number }>('select count(*)::int as n from handover.staged_segments')).rows[0]
      ?.n;

  test('OPTIONS names the version, the extensions, the digests and the largest file', async () => {
    const tus = await Tus.of(side);
    const { statusCode, headers } = await tus.send('OPTIONS', '/chat/uploads');
    assert.equal(statusCode, 204);
    assert.equal(headers['tus-version'], '1.0.0');
    assert.equal(headers['tus-extension'], 'creation,checksum,termination');
    assert.equal(headers['tus-checksum-algorithm'], 'sha1,sha256');
    assert.equal(headers['tus-max-size'], String(64 * 1024 * 1024));
  });

  test('a file sent in three requests is staged byte for byte, with its digest, and stands among the answers', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    assert.equal(await tus.offset(url), 0);
    for (const [from, to] of [
      [0, 5000],
      [5000, 5001],
      [5001, CHAT.length],
    ] as const) {
      const reply = await tus.patch(url, from, CHAT.subarray(from, to));
      assert.equal(reply.statusCode, 204, reply.body);
      assert.equal(reply.headers['upload-offset'], String(to));
    }
    const [file] = await own.stagedFiles();
    assert.ok(file);
    assert.ok(file.bytes.equals(CHAT));
    assert.equal(file.meta?.sha256Hex, createHash('sha256').update(CHAT).digest('hex'));
    assert.equal(file.meta.sizeBytes, CHAT.length);
    assert.match(wordsOf(await tus.visitor.get('/chat')), /chat\.txt/);
  });

  test('a request at another offset is 409 and changes nothing', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    assert.equal((await tus.patch(url, 0, CHAT.subarray(0, 5000))).statusCode, 204);
    for (const offset of [0, 4999, 5001])
      assert.equal((await tus.patch(url, offset, CHAT.subarray(offset, offset + 10))).statusCode, 409);
    assert.equal(await tus.offset(url), 5000);
  });

  test('a checksum that does not match is 460, keeps the offset, and stores nothing', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    const first = CHAT.subarray(0, 6000);
    for (const algorithm of ['sha1', 'sha256']) {
      const wrong = `${algorithm} ${sha(algorithm, CHAT)}`;
      assert.equal((await tus.patch(url, 0, first, { 'upload-checksum': wrong })).statusCode, 460);
    }
    assert.equal(await tus.offset(url), 0);
    assert.equal(await stored(own), 0);
    const right = { 'upload-checksum': `sha256 ${sha('sha256', first)}` };
    assert.equal((await tus.patch(url, 0, first, right)).headers['upload-offset'], '6000');
    assert.equal(
      (
        await tus.patch(url, 6000, CHAT.subarray(6000), {
          'upload-checksum': `sha1 ${sha('sha1', CHAT.subarray(6000))}`,
        })
      ).statusCode,
      204,
    );
    assert.ok((await own.stagedFiles())[0]?.bytes.equals(CHAT));
  });

  test('a checksum of an unknown kind or a wrong length is 400', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    for (const value of ['md5 AAAA', 'sha256 AAAA', 'sha256', 'sha256  AAAA', ''])
      assert.equal((await tus.patch(url, 0, CHAT, { 'upload-checksum': value })).statusCode, 400, value);
  });

  test('an upload can be ended until it is complete, and then nothing of it is left', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    await tus.patch(url, 0, CHAT.subarray(0, 7000));
    assert.equal((await tus.send('DELETE', url)).statusCode, 204);
    assert.equal(await tus.offset(url), 'status 404');
    assert.deepEqual(await own.stagedFiles(), []);
    const whole = await tus.begin(CHAT.length);
    await tus.patch(whole, 0, CHAT);
    assert.equal((await tus.send('DELETE', whole)).statusCode, 409);
    assert.equal((await own.stagedFiles()).length, 1);
  });

  test('a picture is refused before anything is stored, and ends the upload', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(9000, 7)]);
    const url = await tus.begin(picture.length);
    const reply = await tus.patch(url, 0, picture.subarray(0, 5000));
    assert.equal(reply.statusCode, 422);
    assert.match(reply.json<{ title: string }>().title, /picture/);
    assert.equal(await stored(own), 0);
    assert.equal(await tus.offset(url), 'status 404');
  });

  test('a beginning too short to be judged is not stored, and comes again', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    const reply = await tus.patch(url, 0, CHAT.subarray(0, 4095));
    assert.equal(reply.headers['upload-offset'], '0');
    assert.equal(await stored(own), 0);
    assert.equal((await tus.patch(url, 0, CHAT.subarray(0, 4096))).headers['upload-offset'], '4096');
  });

  test('a picture written out across two requests is found at their seam, wherever it lies', async () => {
    const own = await createPublicSide();
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
    for (let cut = 1; cut < 12; cut += 1) {
      const tus = await Tus.of(own);
      const text = Buffer.from(`${LINE.repeat(80)}${png}\n${LINE.repeat(4)}`);
      const seam = LINE.length * 80 + cut;
      const url = await tus.begin(text.length);
      const first = (await tus.patch(url, 0, text.subarray(0, seam))).statusCode;
      // A few letters of it are no picture yet; from the seventh on it is one.
      if (cut < 6) assert.equal(first, 204, `cut at ${cut}`);
      if (first === 204)
        assert.equal((await tus.patch(url, seam, text.subarray(seam))).statusCode, 422, `cut at ${cut}`);
      else assert.equal(first, 422);
      assert.equal(await tus.offset(url), 'status 404');
    }
  });

  test('a file written out in numbers is found, also when each request brings 4,096 bytes of it', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    let state = 20_261_127;
    const bytes = Array.from({ length: 40_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
    const text = Buffer.from(bytes.join(' '));
    const url = await tus.begin(text.length);
    let last = 204;
    let at = 0;
    while (last === 204 && at < text.length) {
      last = (await tus.patch(url, at, text.subarray(at, at + 4096))).statusCode;
      at += 4096;
    }
    assert.equal(last, 422);
    assert.ok(at < 80_000, `it was found after ${at} bytes`);
    assert.deepEqual(await own.stagedFiles(), []);
  });

  test('a character cut between two requests is whole again', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const text = Buffer.from(`${LINE.repeat(70)}Freya: 🙂 ok\n`);
    const seam = text.length - 6;
    const url = await tus.begin(text.length);
    assert.equal((await tus.patch(url, 0, text.subarray(0, seam))).statusCode, 204);
    assert.equal((await tus.patch(url, seam, text.subarray(seam))).statusCode, 204);
    assert.ok((await own.stagedFiles())[0]?.bytes.equals(text));
  });

  test('nobody else finds, goes on with or ends an upload', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    const other = await Tus.of(side);
    assert.equal(await other.offset(url), 'status 404');
    assert.equal((await other.patch(url, 0, CHAT)).statusCode, 404);
    assert.equal((await other.send('DELETE', url)).statusCode, 404);
    assert.equal(await tus.offset(url), 0);
  });

  test('a request without the token of the visitor’s forms, or from elsewhere, is refused', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    for (const headers of [{ 'handover-form-token': 'x' }, { 'sec-fetch-site': 'cross-site' }]) {
      assert.equal((await tus.patch(url, 0, CHAT, headers)).statusCode, 403);
      assert.equal((await tus.send('DELETE', url, headers)).statusCode, 403);
      assert.equal(
        (await tus.send('POST', '/chat/uploads', { ...headers, 'upload-length': '5' })).statusCode,
        403,
      );
    }
  });

  test('another version of the protocol, another type of body and a count that is none are told apart', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    const old = await tus.send('HEAD', url, { 'tus-resumable': '0.2.2' });
    assert.equal(old.statusCode, 412);
    assert.equal(old.headers['tus-version'], '1.0.0');
    assert.equal(
      (
        await tus.send(
          'PATCH',
          url,
          { 'upload-offset': '0', 'content-type': OCTETS.replace('offset+', '') },
          CHAT,
        )
      ).statusCode,
      415,
    );
    for (const count of ['-1', '1e3', '', '007', '99999999999999999999'])
      assert.equal(
        (await tus.send('PATCH', url, { 'upload-offset': count, 'content-type': OCTETS }, CHAT)).statusCode,
        400,
      );
    assert.equal((await tus.send('POST', '/chat/uploads', { 'upload-length': 'x' })).statusCode, 400);
    assert.equal(
      (await tus.send('POST', '/chat/uploads', { 'upload-length': '9', 'upload-metadata': 'filename !!' }))
        .statusCode,
      400,
    );
  });

  test('more bytes than were announced are refused, and the upload goes on from where it stood', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(5000);
    assert.equal((await tus.patch(url, 0, CHAT.subarray(0, 5001))).statusCode, 413);
    assert.equal((await tus.patch(url, 0, CHAT.subarray(0, 5000))).statusCode, 204);
  });

  test('an empty or too large file is refused in words before a byte is sent', async () => {
    const tus = await Tus.of(side);
    for (const length of [0, 64 * 1024 * 1024 + 1]) {
      const reply = await tus.beginRaw(length, { filename: 'a.txt' });
      assert.equal(reply.statusCode, 422);
      assert.ok(reply.json<{ todo: string[] }>().todo.length > 0);
    }
  });

  test('a file that does not have the digest its sender declared is dropped', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const right = createHash('sha256').update(CHAT).digest('hex');
    const url = await tus.begin(CHAT.length, { filename: 'a.txt', sha256: 'ab'.repeat(32) });
    const reply = await tus.patch(url, 0, CHAT);
    assert.equal(reply.statusCode, 422);
    assert.match(reply.json<{ title: string }>().title, /did not arrive as it left/);
    assert.deepEqual(await own.stagedFiles(), []);
    const again = await tus.begin(CHAT.length, { filename: 'a.txt', sha256: right });
    assert.equal((await tus.patch(again, 0, CHAT)).statusCode, 204);
  });

  test('the newest of two requests holds the upload; the older one’s next write finds that it does not', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    const id = Buffer.from(url.split('/').at(-1) ?? '', 'hex');
    const [{ draft_id: draftId } = { draft_id: Buffer.alloc(0) }] = (
      await own.owner.query<{ draft_id: Buffer }>('select draft_id from handover.staged_files')
    ).rows;
    const key = { draftId, fileId: id };
    const [older, newer] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
    await own.door.takeUpload(key, older);
    await own.door.takeUpload(key, newer);
    const segment = { offset: 0, sizeBytes: 9, body: Buffer.from('x'), state: Buffer.from('s') };
    assert.equal(await own.door.appendUpload(key, { ...segment, writer: older }), false);
    assert.equal(await own.door.appendUpload(key, { ...segment, writer: newer }), true);
    assert.equal(await own.door.appendUpload(key, { ...segment, writer: newer }), false);
    assert.equal(await stored(own), 1);
  });

  test('a last byte whose answer was lost is made good by whoever asks next', async () => {
    let isCut = true;
    const own = await createPublicSide({
      door: real => ({
        ...real,
        completeFile: async (...args) => {
          if (isCut) throw new Error('the process ended here');
          return real.completeFile(...args);
        },
      }),
    });
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length);
    assert.equal((await tus.patch(url, 0, CHAT)).statusCode, 500);
    assert.doesNotMatch(wordsOf(await tus.visitor.get('/chat')), /chat\.txt/);
    isCut = false;
    assert.equal(await tus.offset(url), CHAT.length);
    assert.equal(await tus.offset(url), CHAT.length);
    const { body } = await tus.visitor.get('/chat');
    assert.equal(body.match(/name="id" value="/g)?.length, 1);
  });

  test('an extract keeps its archive, and the fingerprints that came before its first byte', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length, {
      filename: '_chat.txt',
      archiveName: 'Chat.zip',
      archiveSizeBytes: '99',
      archiveSha256Hex: 'ab'.repeat(32),
      archiveMember: 'a/_chat.txt',
      extractorVersion: 'handover-extract/1',
    });
    const list = Buffer.from(JSON.stringify([{ name: 'IMG.jpg', sizeBytes: 9, sha256Hex: 'cd'.repeat(32) }]));
    const post = () => tus.send('POST', `${url}/fingerprints`, { 'content-type': OCTETS }, list);
    assert.equal((await post()).statusCode, 204);
    assert.equal((await post()).statusCode, 409);
    await tus.patch(url, 0, CHAT);
    assert.equal((await post()).statusCode, 409);
    const metas = (await own.stagedFiles()).map(({ meta }) => [
      meta?.kind,
      meta?.sourceClass,
      meta?.extractOf?.name,
    ]);
    assert.deepEqual(metas, [
      ['chat', 'extract', 'Chat.zip'],
      ['fingerprints', 'extract', 'Chat.zip'],
    ]);
    assert.match((await tus.visitor.get('/chat')).body, /1 other file in/);
  });

  test('POST with X-HTTP-Method-Override does what the named method does', async () => {
    const tus = await Tus.of(side);
    const url = await tus.begin(CHAT.length);
    const headers = { 'x-http-method-override': 'PATCH', 'content-type': OCTETS, 'upload-offset': '0' };
    assert.equal((await tus.send('POST', url, headers, CHAT.subarray(0, 5000))).statusCode, 204);
    assert.equal(
      (await tus.send('POST', url, { 'x-http-method-override': 'HEAD', 'content-type': OCTETS })).headers[
        'upload-offset'
      ],
      '5000',
    );
    assert.equal(
      (await tus.send('POST', url, { 'x-http-method-override': 'DELETE', 'content-type': OCTETS }))
        .statusCode,
      204,
    );
    assert.equal(await tus.offset(url), 'status 404');
  });

  test('what rests of an unfinished upload tells the database neither its name nor a word of it', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const url = await tus.begin(CHAT.length, { filename: 'secret-name.txt' });
    await tus.patch(url, 0, CHAT.subarray(0, 9000));
    const { rows } = await own.owner.query<{ all: string }>(
      `select encode(f.state, 'escape') || encode(s.body, 'escape') as all from handover.staged_files f join handover.staged_segments s on s.file_id = f.id`,
    );
    assert.equal(rows.length, 1);
    assert.doesNotMatch(rows[0]?.all ?? '', /secret-name|hello|station/);
  });
});
