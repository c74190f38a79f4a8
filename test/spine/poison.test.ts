import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { PutOff } from '#domain/put-off.ts';
import { readNext, type ReadParts } from '#domain/reading/index.ts';
import { encodeReadingLines, readChat } from '#portable/chat/index.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n');

/** The lines of a true reading of CHAT, for hostile readers to distort. */
function trueLines(): string[] {
  const read = readChat(CHAT);
  assert.ok(read.ok);
  return [...encodeReadingLines(read.reading)];
}

const END = '{"type":"end"}';

/** What hostile readers write; the words stand in the reason. */
const HOSTILE: Readonly<Record<string, { readonly lines: readonly string[]; readonly reason: RegExp }>> = {
  'ends with a line that is no ending': { lines: ['nonsense'], reason: /stopped before it was done/ },
  'ends with JSON that is no ending': { lines: ['null'], reason: /stopped before it was done/ },
  'writes a line that is not of its contract': { lines: ['{"type":"message"}', END], reason: /contract/ },
  'gives two messages one number': {
    lines: [...trueLines().filter(line => !line.includes('"n":1')), trueLines()[1] ?? '', END],
    reason: /cannot be kept/,
  },
  'gives a message a number that no column holds': {
    lines: [...trueLines().map(line => line.replace('"n":1,', '"n":9007199254740991,')), END],
    reason: /cannot be kept/,
  },
  'names a format with U+0000': {
    lines: [...trueLines().map(line => line.replace('"format":"', '"format":"\\u0000')), END],
    reason: /cannot be kept/,
  },
  'names U+0000 in its refusal': {
    lines: ['{"type":"refused","detail":"half \\ud800 and \\u0000 nothing"}'],
    reason: /^half . and {2}nothing$/,
  },
};

describe('an item that cannot be read', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let nowMs = 0;
  before(async () => {
    spine = await createSpine();
  });

  function partsOf(name: string, program?: string): ReadParts {
    return {
      store: createReadingStore(spine.database.pool('handover_worker')),
      // Every item waits for it, whoever read it before.
      reader: { ...createConfinedReader(name, undefined, program), formats: [] },
      blobs: createDiskStore(join(spine.folder, 'store')),
      opener: createEvidenceOpener({
        identities: [spine.keys.evidenceIdentity],
        recipients: [spine.keys.evidenceRecipient],
      }),
      putOff: new PutOff(() => new Date(nowMs)),
    };
  }

  async function handIn(): Promise<string> {
    const { reference } = await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
    while (await spine.steps.seal());
    return reference;
  }

  type Row = { state: string; reason: string | null; tries: number; id: Buffer; text: Buffer | null };

  async function readingOf(reference: string, reader: string): Promise<Row | undefined> {
    const { rows } = await spine.database.pool('owner').query<Row>(
      `select r.id, r.state, r.reason, r.tries, (select string_agg(l.raw, '' order by l.seq) from handover.reading_lines l
         where l.reading_id = r.id) as text
       from handover.readings r join handover.items i on i.id = r.item_id
       join handover.submissions s on s.id = i.submission_id where s.reference = $1 and r.reader = $2`,
      [reference, reader],
    );
    return rows[0];
  }

  /** Reads until nothing waits; an outside failure counts as a step. */
  async function readAll(parts: ReadParts): Promise<string[]> {
    const failures: string[] = [];
    for (;;) {
      try {
        if (!(await readNext(parts))) return failures;
      } catch (error) {
        failures.push(error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
      }
    }
  }

  for (const [what, { lines, reason }] of Object.entries(HOSTILE)) {
    test(`whose reader ${what} has failed with its reason, stands there as it came, and holds nothing up`, async () => {
      const reader = `hostile ${what}`;
      const program = join(spine.folder, `${Object.keys(HOSTILE).indexOf(what)}.mjs`);
      writeFileSync(program, `process.stdout.write(${JSON.stringify(`${lines.join('\n')}\n`)});`);
      const [first, second] = [await handIn(), await handIn()];
      assert.deepEqual(await readAll(partsOf(reader, program)), []);
      for (const reference of [first, second]) {
        const reading = await readingOf(reference, reader);
        assert.ok(reading?.state === 'failed' || what.includes('refusal'), reading?.state ?? 'none');
        assert.match(reading?.reason ?? '', reason);
        assert.deepEqual(reading?.text, CHAT);
      }
    });
  }

  test('because its body is gone has failed, and the one behind it is read', async () => {
    const [lost, whole] = [await handIn(), await handIn()];
    rmSync(await bodyFolder(lost), { recursive: true });
    assert.deepEqual(await readAll(partsOf('gone')), []);
    const reading = await readingOf(lost, 'gone');
    assert.equal(reading?.state, 'failed');
    assert.equal(reading?.reason, 'The sealed item cannot be opened: a part of a sealed item is gone.');
    assert.equal((await readingOf(whole, 'gone'))?.state, 'read');
  });

  test('because the disk does not give it is put off and not failed; the one behind it is read, and it is when the disk does', async () => {
    const [late, whole] = [await handIn(), await handIn()];
    const folder = await bodyFolder(late);
    const body = readdirSync(folder)[0] ?? '';
    const kept = join(folder, 'kept');
    renameSync(join(folder, body), kept);
    // What cannot be read as a file: root may read everything else.
    mkdirSync(join(folder, body));
    const parts = partsOf('late');
    assert.deepEqual(await readAll(parts), ['storage-away']);
    assert.equal((await readingOf(late, 'late'))?.state, 'reading');
    assert.equal((await readingOf(late, 'late'))?.tries, 0, 'it does not count as a try');
    assert.equal((await readingOf(whole, 'late'))?.state, 'read');
    rmSync(join(folder, body), { recursive: true });
    renameSync(kept, join(folder, body));
    nowMs += 5_000;
    assert.deepEqual(await readAll(parts), []);
    assert.equal((await readingOf(late, 'late'))?.state, 'read');
  });

  test('and ended the worker five times has failed the sixth time, and is read when an officer asks', async () => {
    const reference = await handIn();
    const parts = partsOf('deadly');
    const { rows } = await spine.database
      .pool('owner')
      .query<{ id: Buffer }>(
        'select i.id from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1',
        [reference],
      );
    const waiting = { ...(await parts.store.next(parts.reader, []))!, itemId: rows[0]!.id };
    for (let death = 0; death < 5; death += 1) await parts.store.begin(waiting, 'deadly');
    assert.deepEqual(await readAll(parts), []);
    const failed = await readingOf(reference, 'deadly');
    assert.match(failed?.reason ?? '', /begun several times/);
    await spine.database
      .pool('owner')
      .query(
        `insert into handover.officers (id, name, rank, role) values ('ida', 'Ida Lund', 'PC', 'intake-officer')`,
      );
    await spine.database
      .pool('handover_police')
      .query(`insert into handover.reading_requests (reading_id, asked_by) values ($1, 'ida')`, [failed?.id]);
    assert.deepEqual(await readAll(parts), []);
    assert.equal((await readingOf(reference, 'deadly'))?.state, 'read');
  });

  test('because its body is gone ends its bundle with the reason, and the bundle behind it is made', async () => {
    const references = [await handIn(), await handIn()];
    await spine.drain();
    rmSync(await bodyFolder(references[0] ?? ''), { recursive: true });
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.officers (id, name, rank, role) values ('tom', 'Tom Fairley', 'PC', 'intake-officer')`,
    );
    await owner.query(
      `insert into handover.bundles (id, submission_id, state, asked_by, asked_at)
       select substring(s.id from 1), s.id, 'asked', 'tom', s.received_at from handover.submissions s where s.reference = any ($1)`,
      [references],
    );
    await spine.drain();
    const { rows } = await owner.query<{ state: string; failure: string | null }>(
      'select state, failure from handover.bundles order by asked_at',
    );
    assert.deepEqual(rows, [
      { state: 'failed', failure: 'a part of a sealed item is gone' },
      { state: 'ready', failure: null },
    ]);
  });

  test('by one reader is read by another beside it, whose version is newer', async () => {
    const reference = await handIn();
    assert.deepEqual(await readAll(partsOf('newer')), []);
    assert.equal((await readingOf(reference, 'newer'))?.state, 'read');
  });

  async function bodyFolder(reference: string): Promise<string> {
    const { rows } = await spine.database
      .pool('owner')
      .query<{ id: string }>(
        `select encode(i.blob_id, 'hex') as id from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1`,
        [reference],
      );
    const id = rows[0]?.id ?? '';
    return join(spine.folder, 'store', 'bodies', id.slice(0, 2), id);
  }
});
