import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type pg from 'pg';
import { createLogReaders } from '#adapters/postgres/desk/log-readers.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { runLogReader, runOver } from './log-reader.ts';

describe('handover log-reader', () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  before(async () => {
    database = await createTestDatabase();
    owner = database.pool('owner');
  });

  async function run(verb: string, name = ''): Promise<{ status: number; out: string; err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const client = await owner.connect();
    const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
    const status = await runOver(client, verb, name, output);
    client.release();
    return { status, out: out.join(''), err: err.join('') };
  }

  const nameOf = (token: string) =>
    createLogReaders(openTables(database.pool('handover_police'))).nameOf(
      createHash('sha256').update(token).digest(),
    );

  test('makes a reader whose token is printed once, alone on standard output, and works', async () => {
    const { status, out, err } = await run('add', 'eastmere-university');
    assert.equal(status, 0);
    assert.match(out, /^[A-Za-z0-9_-]{43}\n$/);
    assert.match(err, /shown this once/);
    assert.equal(await nameOf(out.trim()), 'eastmere-university');
    assert.deepEqual((await run('add', 'eastmere-university')).status, 1);
  });

  test('lists who there is without their tokens, and ends one', async () => {
    assert.equal((await run('add', 'westvale-force')).status, 0);
    const token = (await run('add', 'other-body')).out.trim();
    assert.equal((await run('end', 'other-body')).status, 0);
    assert.equal(await nameOf(token), null);
    assert.equal((await run('end', 'other-body')).status, 1);
    const { out } = await run('list');
    assert.match(out, /other-body\tmade [^\t]+\tended /);
    assert.match(out, /westvale-force\tmade [^\t]+\n/);
    assert.ok(!out.includes(token));
  });

  test('understands nothing but add, end and list with a plain name', async () => {
    for (const args of [
      [],
      ['add'],
      ['add', 'A B'],
      ['add', 'x', 'y'],
      ['list', 'x'],
      ['remove', 'x'],
      ['end', '../x'],
    ]) {
      const said: string[] = [];
      const status = await runLogReader(args, { out: () => assert.fail(), err: text => said.push(text) });
      assert.equal(status, 2, args.join(' '));
      assert.match(said.join(''), /Usage: npx handover log-reader/);
    }
  });
});
