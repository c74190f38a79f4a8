import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { HandoverError } from '#domain/error.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { orCannot } from './bring-in-step.ts';

describe('a start that cannot compare the log', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  const failing = (error: Error) => async () => {
    throw error;
  };

  test('opens the doors without the log, and says why without what was submitted', async () => {
    const owner = database.pool('owner');
    const folder = Object.assign(new Error('EISDIR: /somewhere/secret'), { code: 'EISDIR' });
    assert.deepEqual(await orCannot(owner, failing(folder)), {
      outcome: 'cannot',
      why: 'what the log left could not be read or compared (Error EISDIR)',
      lastKnown: '',
    });
    const disagrees = new HandoverError('log-disagrees', 'the head moved under another hand');
    const said = await orCannot(owner, failing(disagrees));
    assert.ok(said.outcome === 'cannot' && said.why === disagrees.message);
  });

  test('stays shut when the database is away or the disk is full', async () => {
    const error = new Error('the connection is lost');
    const client = await database.pool('owner').connect();
    client.on('error', () => undefined);
    await client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
    await assert.rejects(orCannot(client, failing(error)), error);
    client.release(true);
    const full = new HandoverError('storage-full', 'the disk is full');
    await assert.rejects(orCannot(database.pool('owner'), failing(full)), full);
  });
});
