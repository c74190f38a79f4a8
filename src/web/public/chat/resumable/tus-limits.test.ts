import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as ask } from 'node:http';
import { describe, test } from 'node:test';
import { PUBLIC_LIMITS } from '../../app.ts';
import { createPublicSide } from '../../testing/public-side.ts';
import { OCTETS, Tus } from '../../testing/tus-test-client.ts';

const LINE = '12/03/2026, 21:41 - Kit: hello, are you coming to the station?\n';
const MIB = 1024 * 1024;
const talk = (bytes: number) => Buffer.from(LINE.repeat(Math.ceil(bytes / LINE.length)).slice(0, bytes));
const checked = (body: Uint8Array) => ({
  'upload-checksum': `sha256 ${createHash('sha256').update(body).digest('base64')}`,
});
const archive = {
  filename: '_chat.txt',
  archiveName: 'Chat.zip',
  archiveSizeBytes: '99',
  archiveSha256Hex: 'ab'.repeat(32),
  archiveMember: '_chat.txt',
  extractorVersion: 'handover-extract/1',
};

function portOf(app: Awaited<ReturnType<typeof createPublicSide>>['app']): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  return address.port;
}

describe('what resumable uploads may cost', () => {
  test('after 240 short requests in a minute an address has to wait, and what it sent stands', async () => {
    const own = await createPublicSide({ clock: () => new Date('2026-11-27T12:00:00Z') });
    const tus = await Tus.of(own);
    const text = talk(5 * MIB);
    const url = await tus.begin(text.length);
    let offset = 0;
    const send = async (bytes: number) => {
      const reply = await tus.patch(url, offset, text.subarray(offset, offset + bytes));
      if (reply.statusCode === 204) offset += bytes;
      return reply;
    };
    assert.equal((await send(5000)).statusCode, 204);
    for (let n = 1; n < 240; n += 1) {
      // Long ones in between are not counted.
      if (n % 20 === 0) assert.equal((await send(65_536)).statusCode, 204);
      assert.equal((await send(20)).statusCode, 204, `short request ${n}`);
    }
    const refused = await send(20);
    assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [429, '60']);
    assert.equal(await tus.offset(url), offset);
    const other = await Tus.of(own);
    const theirs = await other.begin(CHAT.length);
    assert.equal((await other.patch(theirs, 0, CHAT.subarray(0, 5000))).statusCode, 204);
  });

  test('what came over a line that went silent is kept and gone on from, and counts as short only when it is', async () => {
    const own = await createPublicSide({
      settings: {
        trustedProxies: ['127.0.0.1', '10.1.0.0/16'],
        pace: { windowMs: 100, leastBytes: 1024 },
      },
      clock: () => new Date('2026-11-27T12:00:00Z'),
    });
    await own.app.listen({ host: '127.0.0.1', port: 0 });
    const tus = await Tus.of(own);
    const text = talk(5 * MIB);
    const url = await tus.begin(text.length);
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const headers = {
      ...from,
      host: 'public.localhost:7401',
      cookie: tus.visitor.cookie,
      'sec-fetch-site': 'same-origin',
      'tus-resumable': '1.0.0',
      'handover-form-token': await tus.visitor.token(),
      'content-type': OCTETS,
    };
    let offset = 5000;
    const stall = async (bytes: number) => {
      const line = ask({
        port: portOf(own.app),
        host: '127.0.0.1',
        path: url,
        method: 'PATCH',
        headers: { ...headers, 'upload-offset': `${offset}`, 'content-length': `${text.length - offset}` },
      });
      line.on('error', () => undefined);
      line.write(text.subarray(offset, offset + bytes));
      // The phone says nothing more, as one does that lost its line: the listener ends it, after it has stored what came.
      await once(line, 'response');
      line.destroy();
      offset = Number(await tus.offset(url));
    };
    try {
      assert.equal((await tus.patch(url, 0, text.subarray(0, offset), from)).statusCode, 204);
      for (let n = 0; n < 3; n += 1) await stall(20);
      assert.deepEqual([offset], [5060]);
      await stall(70_000);
      assert.deepEqual([offset], [75_060]);
      const send = (bytes: number) => tus.patch(url, offset, text.subarray(offset, offset + bytes), from);
      for (let n = 4; n < 240; n += 1, offset += 20)
        assert.equal((await send(20)).statusCode, 204, `short request ${n}`);
      assert.equal((await send(20)).statusCode, 429);
    } finally {
      await own.app.close();
    }
  });

  test('the last request of an upload may be short, and spends nothing', async () => {
    const own = await createPublicSide({ clock: () => new Date('2026-11-27T12:00:00Z') });
    const tus = await Tus.of(own);
    const text = talk(400 * 1024);
    const url = await tus.begin(text.length);
    let offset = 0;
    for (; offset < 5000 + 238 * 20; offset += offset === 0 ? 5000 : 20)
      assert.equal(
        (await tus.patch(url, offset, text.subarray(offset, offset === 0 ? 5000 : offset + 20))).statusCode,
        204,
      );
    for (let n = 0; n < 3; n += 1)
      assert.equal((await tus.patch(await tus.begin(CHAT.length), 0, CHAT)).statusCode, 204);
    assert.equal((await tus.patch(url, offset, text.subarray(offset, offset + 20))).statusCode, 204);
    offset += 20;
    assert.equal((await tus.patch(url, offset, text.subarray(offset, offset + 20))).statusCode, 429);
    // The whole rest is no short request, but nobody knows before it has come: it waits for its minute.
    assert.equal(await tus.offset(url), offset);
  });

  test('a body with a checksum that says it is larger than may be held is refused for what it says', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const text = talk(4 * MIB + 1);
    const url = await tus.begin(text.length);
    assert.equal((await tus.patch(url, 0, text, checked(text))).statusCode, 413);
    assert.equal(await tus.offset(url), 0);
    const most = text.subarray(0, 4 * MIB);
    assert.equal((await tus.patch(url, 0, most, checked(most))).statusCode, 204);
  });

  test('bodies that would hold more memory than is set are asked to come again, and come when there is room', async () => {
    let letGo = (): void => undefined;
    const waits = new Promise<void>(resolve => (letGo = resolve));
    let entered = (): void => undefined;
    const isStoring = new Promise<void>(resolve => (entered = resolve));
    let isFirst = true;
    const own = await createPublicSide({
      settings: { held: { ...PUBLIC_LIMITS.held, uploads: { all: 3.25 * MIB, ofOne: 3 * MIB } } },
      door: real => ({
        ...real,
        appendUpload: async (...args) => {
          if (isFirst) {
            isFirst = false;
            entered();
            await waits;
          }
          return real.appendUpload(...args);
        },
      }),
    });
    const text = talk(2 * MIB);
    const [one, two] = [await Tus.of(own), await Tus.of(own)];
    const [first, second] = [await one.begin(text.length), await two.begin(text.length)];
    const going = one.patch(first, 0, text, checked(text));
    await isStoring;
    const refused = await two.patch(second, 0, text, checked(text));
    assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [503, '10']);
    assert.equal(await two.offset(second), 0);
    // What is stored as it comes holds a segment, and there is room for one.
    assert.equal((await two.patch(second, 0, text.subarray(0, MIB))).statusCode, 204);
    const list = Buffer.from(
      JSON.stringify([{ name: 'x'.repeat(1.5 * MIB), sizeBytes: 9, sha256Hex: 'cd'.repeat(32) }]),
    );
    const extract = await two.begin(CHAT.length, archive);
    const post = () => two.send('POST', `${extract}/fingerprints`, { 'content-type': OCTETS }, list);
    assert.equal((await post()).statusCode, 503);
    const alone = await two.visitor.upload('other.txt', talk(MIB + 300_000));
    assert.deepEqual([alone.statusCode, alone.headers['retry-after']], [303, undefined]);
    letGo();
    assert.equal((await going).statusCode, 204);
    const rest = text.subarray(MIB);
    assert.equal((await two.patch(second, MIB, rest, checked(rest))).statusCode, 204);
    // There is room now: the list is read, and refused for what it is.
    assert.equal((await post()).statusCode, 403);
  });

  test('uploads that are stored as they come hold a segment each, and no more of them begin than there is room for', async () => {
    let letGo = (): void => undefined;
    const waits = new Promise<void>(resolve => (letGo = resolve));
    const storing: unknown[] = [];
    const own = await createPublicSide({
      settings: { held: { ...PUBLIC_LIMITS.held, uploads: { all: 2.5 * MIB, ofOne: 1.25 * MIB } } },
      door: real => ({
        ...real,
        appendUpload: async (...args) => {
          storing.push(args);
          await waits;
          return real.appendUpload(...args);
        },
      }),
    });
    const text = talk(2 * MIB);
    const visitors = [await Tus.of(own), await Tus.of(own), await Tus.of(own)] as const;
    const urls: string[] = [];
    for (const visitor of visitors) urls.push(await visitor.begin(text.length));
    const patch = (n: 0 | 1 | 2) => visitors[n].patch(urls[n] ?? '', 0, text);
    const going = [patch(0), patch(1)];
    while (storing.length < 2) await new Promise(resolve => setImmediate(resolve));
    const refused = await patch(2);
    assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [503, '10']);
    const form = await visitors[2].visitor.upload('chat.txt', text);
    assert.equal(form.statusCode, 503);
    assert.match(form.body, /Too many people are sending something at the moment/);
    // One connection may not hold all there is: a second upload of the same has to wait.
    const ofSame = await visitors[0].begin(text.length);
    assert.equal((await visitors[0].patch(ofSame, 0, text)).statusCode, 503);
    // Questions are held elsewhere.
    assert.equal(
      (await visitors[2].visitor.post('/happened', { happened: 'She showed me.' })).statusCode,
      303,
    );
    letGo();
    for (const { statusCode } of await Promise.all(going)) assert.equal(statusCode, 204);
    assert.equal((await patch(2)).statusCode, 204);
  });
});

const CHAT = talk(6000);
