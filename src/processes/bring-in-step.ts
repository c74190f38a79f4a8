import { createEventSealer } from '#adapters/age/index.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { openPool, openTables } from '#adapters/postgres/connection.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import { skipLostNumbers } from '#adapters/postgres/lost-numbers.ts';
import { sealWaitingEvents } from '#adapters/postgres/seal-waiting.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { dataLayout, type Settings } from '#config';
import { HandoverError } from '#domain/error.ts';
import { rollForward, type RollForward, type RollForwardParts } from '#domain/history/index.ts';
import type pg from 'pg';
import { evidenceKeysOf } from './child-specs.ts';
import { historyParts } from './history.ts';
import { asOwner, DATABASE, ownerAddress } from './installation.ts';

/** "npx handover fsck" names every one. */
const SAID_AT_MOST = 20;

/**
 * Before anything is served or signed: what the database holds is compared with every head that was ever signed, and
 * rolled forward when it is behind. Where that cannot be done, nothing may be signed: the caller leaves the sequencer off,
 * and hand-ins, under numbers that nobody can have been given, wait. Also seals waiting events that an earlier version
 * appended unsealed. Holds the log's lock meanwhile, so that no sequencer of an earlier run signs beside it.
 */
export async function bringInStep(
  server: EmbeddedServer,
  { keys, settings }: { readonly keys: KeyRing; readonly settings: Settings },
  say: (line: string) => void,
): Promise<RollForward> {
  const { log, store } = dataLayout(settings.dataFolder);
  const folders = { log, store, head: settings.headFolder };
  const rolled = await asOwner(server, DATABASE, async client => {
    await lead(client);
    const progress = (done: number, of: number) => {
      if (done % 100 === 0 || done === of)
        say(`  The database is behind: ${done} of ${of} batches made again`);
    };
    const outcome = await rollOrSay(historyParts(client, keys, folders, progress));
    if (outcome.outcome === 'rolled')
      for (const what of outcome.leftOut.slice(0, SAID_AT_MOST)) say(`  Left out, ${what}`);
    if (outcome.outcome === 'cannot') await skipLostNumbers(client, null);
    return outcome;
  });
  const pool = openPool(ownerAddress(server), 1);
  try {
    const sealer = createEventSealer(evidenceKeysOf(keys, settings).recipients);
    await sealWaitingEvents(openTables(pool), sealer);
  } finally {
    await pool.end();
  }
  return rolled;
}

/** A database without a head of its own is no reason to keep the doors shut either. */
async function rollOrSay(parts: RollForwardParts): Promise<RollForward> {
  try {
    return await rollForward(parts);
  } catch (error) {
    if (!(error instanceof HandoverError) || error.code !== 'log-disagrees') throw error;
    return { outcome: 'cannot', why: error.message, lastKnown: '' };
  }
}

/** What people are told when the log may not go on. */
export function refusal(why: string): string {
  return why.startsWith('The log will not start')
    ? why
    : `The log will not start: ${why}. Nothing was signed. See docs/operating/log.md.`;
}

async function lead(client: pg.ClientBase): Promise<void> {
  await client.query(`set lock_timeout = '15s'`);
  try {
    await createLogHeadStore(client).lead();
  } catch (cause) {
    throw new Error('A sequencer of an earlier run still holds the log. End it and start again.', { cause });
  }
  await client.query('set lock_timeout = 0');
}
