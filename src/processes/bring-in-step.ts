import { createEventSealer } from '#adapters/age/index.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { openPool, openTables } from '#adapters/postgres/connection.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import { skipLostNumbers } from '#adapters/postgres/lost-numbers.ts';
import { sealWaitingEvents } from '#adapters/postgres/seal-waiting.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { dataLayout, type Settings } from '#config';
import { HandoverError } from '#domain/error.ts';
import type { RollForward } from '#domain/history/index.ts';
import type pg from 'pg';
import { evidenceKeysOf } from './child-specs.ts';
import { compareWithHeads, type HeadAtStart } from './head-at-start.ts';
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
    const parts = historyParts(client, keys, folders, progress);
    const start = { parts, folder: folders.head, at: new Date(), say };
    const outcome = await rollOrSay(client, start);
    if (outcome.outcome === 'rolled')
      for (const what of outcome.leftOut.slice(0, SAID_AT_MOST)) say(`  Left out, ${what}`);
    if (outcome.outcome === 'cannot') await skipLostNumbers(client, null);
    return outcome;
  });
  const pool = openPool(ownerAddress(server), 1);
  try {
    return await orCannot(pool, async () => {
      const sealer = createEventSealer(evidenceKeysOf(keys, settings).recipients);
      await sealWaitingEvents(openTables(pool), sealer);
      return rolled;
    });
  } finally {
    await pool.end();
  }
}

/** A database without a head of its own is no reason to keep the doors shut either. */
function rollOrSay(client: pg.ClientBase, start: HeadAtStart): Promise<RollForward> {
  return orCannot(client, () => compareWithHeads(client, start));
}

/**
 * What was planted in the database, the log's folder or the shelf must not keep the doors shut: whatever goes wrong, as long
 * as the database answers and there is room, is a reason for the log alone to stand still.
 */
export async function orCannot(
  client: pg.ClientBase | pg.Pool,
  work: () => Promise<RollForward>,
): Promise<RollForward> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'storage-full') throw error;
    const answers = await client.query('select 1').then(
      () => true,
      () => false,
    );
    if (!answers) throw error;
    return { outcome: 'cannot', why: sentenceOf(error), lastKnown: '' };
  }
}

/** A declared refusal says what it is; of anything else only its name and code, which never hold what was submitted. */
function sentenceOf(error: unknown): string {
  if (error instanceof HandoverError) return error.message;
  const name = error instanceof Error ? error.name : 'unknown';
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  return `what the log left could not be read or compared (${name}${code})`;
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
