import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { listenForWork } from './work-notices.ts';

// Longer than any run of the tests: what ends such a wait is a notice.
const FOR_EVER = 2 ** 31 - 1;
const LOGGED = ['handover_logged'];

type Wait = (atMostMs: number) => Promise<void>;

describe('loops that wait for work', () => {
  let database: TestDatabase;
  let owner: ReturnType<TestDatabase['pool']>;
  before(async () => {
    database = await createTestDatabase();
    owner = database.pool('owner');
  });
  const tell = (channel: string) => owner.query('select pg_notify($1, $2)', [channel, '']);

  test('are woken by a notice on any of their channels, at once and without the clock', async () => {
    const channels = ['handover_logged', 'handover_sealed'];
    const notices = await listenForWork(database.as('handover_worker'), channels);
    const [one, other] = [notices.waiter(channels), notices.waiter(channels)];
    for (const channel of channels) {
      const woken = Promise.all([one(FOR_EVER), other(FOR_EVER)]);
      await tell(channel);
      await woken;
    }
    await notices.stop();
  });

  test('do not miss a notice that comes while they work', async () => {
    const notices = await listenForWork(database.as('handover_worker'), LOGGED);
    const [first, second] = [LOGGED, LOGGED].map(channels => notices.waiter(channels)) as [Wait, Wait];
    const woken = first(FOR_EVER);
    await tell('handover_logged');
    await woken;
    // The second loop was at work: its next wait ends at once.
    await second(FOR_EVER);
    await notices.stop();
  });

  test('are not woken by what is for others', async () => {
    const channels = ['handover_logged', 'handover_sealed'];
    const notices = await listenForWork(database.as('handover_worker'), channels);
    const [sealed, logged] = [notices.waiter(['handover_sealed']), notices.waiter(LOGGED)];
    let woken = false;
    const waits = sealed(FOR_EVER).then(() => (woken = true));
    await tell('handover_logged');
    await logged(FOR_EVER);
    assert.equal(woken, false);
    await notices.stop();
    await waits;
  });

  test('are woken when a lost connection is back, and by its notices from then on', async () => {
    const notices = await listenForWork(database.as('handover_worker'), LOGGED);
    const wait = notices.waiter(LOGGED);
    const lost = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'handover_worker notices'`,
    );
    assert.equal(lost.rowCount, 1);
    await wait(FOR_EVER);
    const woken = wait(FOR_EVER);
    await tell('handover_logged');
    await woken;
    await notices.stop();
  });
});
