import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { mediaLike, UNKNOWN_WRITINGS } from '#domain/intake/text-only/testing/written-media.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { multipart, TestVisitor } from '../testing/test-visitor.ts';

const RUNS = 60;
const SEED = 20_261_123;

/** In every planted file, so that one search finds any of them. It is no text in any encoding. */
const MARK = Buffer.from('f1e2d3c4b5a69788fffefdfcfbfaf9f8a1b2c3d4e5f60718', 'hex');
/** In every chat that is taken, so that a search that finds nothing also proves that chats are sealed. */
const SPOKEN = 'Ravensmoor is where the kite was lost';

const STARTS = [
  'ffd8ffe000104a46494600010100',
  'ffd8ffe12fe4457869660000',
  '89504e470d0a1a0a0000000d49484452',
  '474946383961',
  '524946462419000057454250',
  '000000186674797068656963',
  '00000020667479706d703432',
  '1a45dfa39f428681',
  '4f67675300020000',
  '494433040000',
  '504b030414000000',
  '1f8b080000000000',
  '255044462d312e37',
  '',
] as const;

const WRITINGS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  raw: bytes => bytes,
  base64: bytes => Buffer.from(bytes.toString('base64')),
  'base64 in lines': bytes => Buffer.from(bytes.toString('base64').replace(/.{60}/g, '$&\r\n')),
  base64url: bytes => Buffer.from(bytes.toString('base64url')),
  hex: bytes => Buffer.from(bytes.toString('hex')),
  'a data address': bytes => Buffer.from(`data:image/jpeg;base64,${bytes.toString('base64')}`),
  'JSON escapes': bytes => Buffer.from(JSON.stringify(bytes.toString('latin1'))),
};

const CHAT = `12/03/2026, 21:41 - Kit: ${SPOKEN}\n`;

const planted = fc.record({
  start: fc.constantFrom(...STARTS),
  writing: fc.constantFrom(...Object.keys(WRITINGS)),
  wordsBefore: fc.integer({ min: 0, max: 3000 }),
  wordsAfter: fc.integer({ min: 0, max: 50 }),
  way: fc.constantFrom('upload', 'paste', 'extract', 'story'),
  name: fc.constantFrom('chat.txt', 'chat.json', 'IMG.jpg', 'noname'),
});

describe('media bytes never reach the database or its files', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const send = async (visitor: TestVisitor, way: string, name: string, bytes: Buffer) => {
    if (way === 'paste') return visitor.post('/chat/paste', { text: bytes.toString('latin1') });
    if (way === 'story') return visitor.post('/happened', { happened: bytes.toString('latin1') });
    if (way === 'upload') return visitor.upload(name, bytes);
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ['archiveName', 'a.zip'],
      ['archiveSizeBytes', '99'],
      ['archiveSha256Hex', 'ab'.repeat(32)],
      ['archiveMember', '_chat.txt'],
      ['extractorVersion', 'handover-extract/1'],
      ['file', { name, bytes }],
      ['fingerprints', { name: 'f.json', bytes: Buffer.from('[]') }],
    ]);
    return visitor.postRaw('/chat/upload', payload, headers);
  };

  test(`no media byte sequence planted in an upload is found in any table or file of the server (${RUNS} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ start, writing, wordsBefore, wordsAfter, way, name }) => {
        const media = Buffer.concat([Buffer.from(start, 'hex'), MARK, Buffer.alloc(4000, MARK)]);
        const bytes = Buffer.concat([
          Buffer.from(CHAT.repeat(wordsBefore)),
          WRITINGS[writing]?.(media) ?? media,
          Buffer.from(`\n${CHAT.repeat(wordsAfter)}`),
        ]);
        const visitor = new TestVisitor(side.app);
        await visitor.walkToChat();
        const reply = await send(visitor, way, name, bytes);
        // Bytes that a form takes for letters arrive as other bytes; what becomes of them is for the search below.
        const becameLetters = writing === 'JSON escapes' || (writing === 'raw' && way === 'story');
        if (!becameLetters) assert.equal(reply.statusCode, 422, `${writing} by ${way}`);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    const honest = new TestVisitor(side.app);
    await honest.walkToChat();
    assert.equal((await honest.upload('chat.txt', Buffer.from(CHAT.repeat(100)))).statusCode, 303);
    const files = await filesOfServer(side);
    assert.ok(files.length > 50, 'the search must have seen the files of the database');
    const found = files.flatMap(path => traces(path).map(trace => `${trace} in ${path}`));
    assert.deepEqual(found, []);
  });

  test(`media in ${Object.keys(UNKNOWN_WRITINGS).length} ways of writing that no known beginning gives away is refused as an upload, as pasted text and as an answer, and found in no table or file`, async () => {
    const needles: Trace[] = [];
    for (const [way, write] of Object.entries(UNKNOWN_WRITINGS)) {
      const written = write(mediaLike(16_000, needles.length + 1));
      // From the first thousand characters, which every stage had in its hands before it refused.
      needles.push([way, Buffer.from(written.slice(700, 730))]);
      const visitor = new TestVisitor(side.app);
      await visitor.walkToChat();
      const replies = {
        upload: await visitor.upload('chat.txt', Buffer.from(`${CHAT.repeat(40)}${written}`)),
        paste: await visitor.post('/chat/paste', { text: `${CHAT}${written}` }),
        // An answer holds 50,000 characters: what is longer is refused for that alone.
        answer: await visitor.post('/happened', { happened: written }),
      };
      for (const [place, { statusCode, body }] of Object.entries(replies)) {
        assert.equal(statusCode, 422, `${way} as ${place}`);
        assert.match(
          body,
          /written (?:out )?as letters and numbers|characters or fewer/,
          `${way} as ${place}`,
        );
      }
    }
    const files = await filesOfServer(side);
    const found = files.flatMap(path => traces(path, needles).map(trace => `${trace} in ${path}`));
    assert.deepEqual(found, []);
  });

  test('the search would find the same bytes if they were stored', async () => {
    await side.owner.query('create table handover.search_check (body bytea, words text)');
    await side.owner.query('insert into handover.search_check values ($1, $2)', [
      MARK,
      `${SPOKEN} ${MARK.toString('base64')}`,
    ]);
    const files = await filesOfServer(side);
    const found = new Set(files.flatMap(path => traces(path)));
    await side.owner.query('drop table handover.search_check');
    for (const trace of ['the bytes themselves', 'base64', 'spoken words'])
      assert.ok(found.has(trace), trace);
  });
});

/** Every file of this test's database, and the server's write-ahead log, after all of it was written out. */
async function filesOfServer({ owner }: PublicSide): Promise<readonly string[]> {
  await owner.query('checkpoint');
  const { rows } = await owner.query<{ folder: string; oid: number }>(
    `select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()`,
  );
  const { folder, oid } = rows[0] ?? assert.fail('no data folder');
  return globSync([`base/${oid}/*`, 'pg_wal/*', 'base/pgsql_tmp/**'], { cwd: folder })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

const base64Core = (skip: number) =>
  // The characters in the middle, which do not depend on what stands before and after.
  Buffer.from(
    Buffer.concat([Buffer.alloc(skip), MARK])
      .toString('base64')
      .slice(4, -6),
  );

type Trace = readonly [name: string, needle: Buffer];

const TRACES: readonly Trace[] = [
  ['the bytes themselves', MARK],
  ['hex', Buffer.from(MARK.toString('hex'))],
  ...[0, 1, 2].map(skip => ['base64', base64Core(skip)] as const),
  ['spoken words', Buffer.from(SPOKEN)],
];

function traces(path: string, needles = TRACES): readonly string[] {
  const bytes = readFileSync(path);
  return needles.filter(([, needle]) => bytes.includes(needle)).map(([name]) => name);
}
