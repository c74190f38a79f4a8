import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { createWaker } from './log-loop.ts';

const RECONNECT_MS = 1000;

/** What wakes the loops of one process when PostgreSQL tells of work. */
export type WorkNotices = {
  /** For one loop: resolves at the next notice on these channels, or at one that came since its last wait, or after this time at the latest. */
  waiter(channels: readonly string[]): (atMostMs: number) => Promise<void>;
  stop(): Promise<void>;
};

/**
 * Listens on a connection of its own. A notice may be lost with the connection: every loop looks by itself now and then, and
 * all are woken when it is back. Fails only when the first connection does.
 */
export async function listenForWork(
  address: DatabaseAddress,
  channels: readonly string[],
): Promise<WorkNotices> {
  const loops: { wake: () => void; channels: readonly string[] }[] = [];
  const wakeAll = () => loops.forEach(loop => loop.wake());
  let stopped = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({ ...address, application_name: `${address.user} notices` });
    opened.on('error', () => undefined);
    opened.on('notification', ({ channel }) => {
      for (const loop of loops) if (loop.channels.includes(channel)) loop.wake();
    });
    await opened.connect();
    for (const channel of channels) await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
    opened.once('end', () => void (stopped || again()));
    return opened;
  }

  async function again(): Promise<void> {
    await sleep(RECONNECT_MS, undefined, { ref: false });
    if (stopped) return;
    const opened = await connect().catch(() => null);
    if (opened === null) return again();
    client = opened;
    wakeAll();
  }

  return {
    waiter(wanted) {
      const { wake, wait } = createWaker();
      loops.push({ wake, channels: wanted });
      return wait;
    },
    async stop() {
      stopped = true;
      wakeAll();
      await client.end().catch(() => undefined);
    },
  };
}
