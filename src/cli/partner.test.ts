import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type pg from 'pg';
import { createHash } from 'node:crypto';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { runPartner, runPartnerOver } from './partner.ts';

describe('handover partner', () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  before(async () => {
    database = await createTestDatabase();
    owner = database.pool('owner');
  });

  async function run(verb: string, name = '', isSandbox = false) {
    const [out, err]: [string[], string[]] = [[], []];
    const client = await owner.connect();
    const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
    const status = await runPartnerOver(client, { verb, name, isSandbox }, output);
    client.release();
    return { status, out: out.join(''), err: err.join('') };
  }

  const holderOf = (key: string) =>
    createPublicDoor(database.pool('handover_public')).partner(createHash('sha256').update(key).digest());

  test('makes a partner whose key is printed once, alone on standard output, and works', async () => {
    const { status, out, err } = await run('add', 'eastmere-force');
    assert.equal(status, 0);
    assert.match(out, /^[A-Za-z0-9_-]{43}\n$/);
    assert.match(err, /shown this once/);
    assert.deepEqual(await holderOf(out.trim()), { name: 'eastmere-force', isSandbox: false });
    assert.equal((await run('add', 'eastmere-force')).status, 1);
  });

  test('lists who there is without their keys, and ends one at once', async () => {
    const key = (await run('add', 'westvale-schools', true)).out.trim();
    assert.deepEqual(await holderOf(key), { name: 'westvale-schools', isSandbox: true });
    assert.equal((await run('end', 'westvale-schools')).status, 0);
    assert.equal(await holderOf(key), null);
    assert.equal((await run('end', 'westvale-schools')).status, 1);
    const { out } = await run('list');
    assert.match(out, /westvale-schools\tsandbox\tmade [^\t]+\tended /);
    assert.ok(!out.includes(key));
  });

  test('understands nothing but add, end and list with a plain name', async () => {
    const err: string[] = [];
    const output = { out: () => undefined, err: (text: string) => void err.push(text) };
    for (const args of [
      [],
      ['add'],
      ['add', 'A B'],
      ['add', 'x', 'y'],
      ['list', 'x'],
      ['end', 'x', '--sandbox'],
    ])
      assert.equal(await runPartner(args, output), 2, args.join(' '));
    assert.match(err[0] ?? '', /Usage: npx handover partner/);
  });
});
