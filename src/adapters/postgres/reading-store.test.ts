import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NOTHING_LEFT_OUT } from '#domain/reading/left-out.ts';
import type { FinishedReading, StoredLine, WaitingReading } from '#domain/reading/index.ts';
import { decodeDetection, detectChat } from '#portable/chat/index.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { DeskSeed } from '#support/desk-seed.ts';
import { createReadingStore } from './reading-store.ts';

const LINES: readonly StoredLine[] = [
  { seq: 1, line: 'Grüße', n: 0, day: '2026-09-18', sought: 'grusse', raw: Buffer.from([0, 255, 92, 10]) },
  { seq: 2, line: 'two', n: 1, day: '0001-01-01', sought: 'two', raw: null },
  { seq: 3, line: 'three', n: 2, day: '9999-12-31', sought: '', raw: Buffer.alloc(0) },
  { seq: 0, line: 'the head', n: null, day: null, sought: null, raw: null },
];

const READ: FinishedReading = {
  ...{ state: 'read', format: 'whatsapp-text', reason: null, messages: 3, summary: null, days: [] },
  ...{ leftOut: NOTHING_LEFT_OUT, partial: false, detection: null },
};

async function* given(lines: readonly StoredLine[], failure?: Error): AsyncGenerator<StoredLine> {
  for (const line of lines) yield await Promise.resolve(line);
  if (failure !== undefined) throw failure;
}

describe('a reading is kept', () => {
  let database: TestDatabase;
  let seed: DeskSeed;
  before(async () => {
    database = await createTestDatabase();
    seed = new DeskSeed(database);
  });

  const store = () => createReadingStore(database.pool('handover_worker'));

  /** An item with no lines of a reading by this reader, and its attempt. */
  async function begun(reader: string): Promise<{ id: Buffer; waiting: WaitingReading }> {
    const { items } = await seed.submission({
      items: [{ name: 'chat.txt', bytes: Buffer.from('a letter') }],
    });
    const next = await store().next({ name: reader, formats: [] }, []);
    const waiting = { ...next!, itemId: items[0]!.id };
    return { id: Buffer.from((await store().begin(waiting, reader)).readingId), waiting };
  }

  async function linesOf(id: Buffer): Promise<unknown[]> {
    const { rows } = await database
      .pool('handover_police')
      .query(
        `select seq, line, n, day::text, sought, raw from handover.reading_lines where reading_id = $1 order by seq`,
        [id],
      );
    return rows;
  }

  async function stateOf(id: Buffer): Promise<unknown> {
    const { rows } = await database
      .pool('owner')
      .query<{ state: string }>('select state from handover.readings where id = $1', [id]);
    return rows[0]?.state;
  }

  async function partitions(id: Buffer): Promise<number> {
    const { rowCount } = await database
      .pool('owner')
      .query('select from pg_class where relname = $1', [`r_${id.toString('hex')}`]);
    return rowCount ?? 0;
  }

  test('whole, byte for byte, in a partition of its own that nobody may write to any more', async () => {
    const { id } = await begun('whole');
    assert.equal(await store().keep(id, given(LINES), () => READ), true);
    const inOrder = LINES.toSorted((a, b) => a.seq - b.seq);
    assert.deepEqual(await linesOf(id), inOrder);
    assert.equal(await stateOf(id), 'read');
    const worker = database.pool('handover_worker');
    for (const statement of [
      `insert into handover_readings.r_${id.toString('hex')} (seq, line) values (9, '')`,
      `insert into handover.reading_lines (reading_id, seq, line) values ('\\x${id.toString('hex')}', 9, '')`,
      `delete from handover.reading_lines`,
      `drop table handover_readings.r_${id.toString('hex')}`,
      `select handover.make_lines('\\x00')`,
    ])
      await assert.rejects(worker.query(statement), /permission denied|must be owner/, statement);
    await assert.rejects(worker.query('select worker_door.drop_lines($1)', [id]), /this reading stands/);
    await assert.rejects(worker.query('select worker_door.begin_lines($1)', [id]), /is not being made/);
    await assert.rejects(
      database.pool('handover_police').query('select worker_door.drop_lines($1)', [id]),
      /permission denied/,
    );
  });

  test('or nothing of it, when what gives the lines fails, and a second try starts clean', async () => {
    const { id, waiting } = await begun('cut');
    const gone = new Error('the disk is gone');
    await assert.rejects(
      store().keep(id, given(LINES, gone), () => READ),
      gone,
    );
    assert.deepEqual([await linesOf(id), await stateOf(id), await partitions(id)], [[], 'reading', 0]);
    const again = await store().begin(waiting, 'cut');
    assert.deepEqual(again, { readingId: id, tries: 2 });
    assert.equal(await store().keep(id, given(LINES), () => READ), true);
    assert.equal((await linesOf(id)).length, LINES.length);
  });

  test('or nothing of it, when the database will never take it', async () => {
    for (const [what, wrong] of Object.entries({
      'two messages of one number': { ...LINES[1]!, seq: 4 },
      'two lines of one place': { ...LINES[1]!, n: 7 },
      'a number that no column holds': { ...LINES[1]!, seq: 4, n: 2 ** 40 },
      'a character that no text holds': { ...LINES[1]!, seq: 4, n: 8, line: 'a\u0000b' },
    })) {
      const { id } = await begun(what);
      assert.equal(await store().keep(id, given([...LINES, wrong]), () => READ), false, what);
      assert.deepEqual(
        [await linesOf(id), await stateOf(id), await partitions(id)],
        [[], 'reading', 0],
        what,
      );
    }
  });

  test('and made again when an officer asks: the failed one is dropped whole', async () => {
    const { id, waiting } = await begun('again');
    const failed: FinishedReading = { ...READ, state: 'failed', reason: 'it stopped', format: null };
    await store().keep(id, given(LINES.slice(0, 1)), () => failed);
    await store().begin(waiting, 'again');
    assert.equal(await partitions(id), 0);
    await store().keep(id, given(LINES), () => READ);
    assert.equal((await linesOf(id)).length, LINES.length);
  });

  test('with what its item was taken for beside it, which is bounded', async () => {
    const { id } = await begun('told');
    const detection = detectChat(Buffer.from('12/03/2026, 21:41 - Kit: hello\n'));
    await store().keep(id, given(LINES), () => ({ ...READ, detection }));
    const { rows } = await database
      .pool('handover_police')
      .query<{ detection: unknown }>('select detection from handover.readings where id = $1', [id]);
    assert.deepEqual(decodeDetection(rows[0]?.detection), detection);
    for (const text of ['"a text"', 'null', '[]', JSON.stringify({ reasons: 'x'.repeat(32_768) })])
      await assert.rejects(
        database
          .pool('handover_worker')
          .query('update handover.readings set detection = $2 where id = $1', [id, text]),
        /readings_detection_bounded/,
      );
  });

  test('with indexes for words and for letters where it has messages, and without where it has none', async () => {
    const [chat, letter] = [await begun('chat'), await begun('letter')];
    await store().keep(chat.id, given(LINES), () => READ);
    await store().keep(letter.id, given(LINES.slice(3)), () => READ);
    const indexes = async (id: Buffer) => {
      const { rows } = await database
        .pool('owner')
        .query<{ indexdef: string }>('select indexdef from pg_indexes where tablename = $1', [
          `r_${id.toString('hex')}`,
        ]);
      return rows.filter(({ indexdef }) => indexdef.includes('gin')).length;
    };
    assert.deepEqual([await indexes(chat.id), await indexes(letter.id)], [2, 0]);
  });
});
