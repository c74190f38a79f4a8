import { setTimeout as sleep } from 'node:timers/promises';
import { createEventSealer } from '#adapters/age/index.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { openPool, openTables } from '#adapters/postgres/connection.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import { sealWaitingEvents } from '#adapters/postgres/seal-waiting.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { HandoverError } from '#domain/error.ts';
import { rollForward, type RollForward } from '#domain/history/index.ts';
import { historyParts, type HistoryFolders } from './history.ts';
import { asOwner, DATABASE, ownerAddress } from './installation.ts';

const LEAD_TRIES = 150;

/**
 * Before anything is served or signed: what the database holds is compared with every head that was ever signed, and
 * rolled forward when it is behind. A start that cannot do that ends here. Also seals waiting events that an earlier
 * version appended unsealed. Holds the log's lock meanwhile, so that no sequencer of an earlier run signs beside it.
 */
export async function bringInStep(
  server: EmbeddedServer,
  keys: KeyRing,
  folders: HistoryFolders,
  say: (line: string) => void,
): Promise<RollForward> {
  const rolled = await asOwner(server, DATABASE, async client => {
    await lead(createLogHeadStore(client));
    const progress = (done: number, of: number) => {
      if (done % 100 === 0 || done === of)
        say(`  The database is behind: ${done} of ${of} batches made again`);
    };
    return rollForward(historyParts(client, keys, folders, progress));
  });
  if (rolled.outcome === 'cannot') throw new HandoverError('log-disagrees', refusal(rolled.why));
  const pool = openPool(ownerAddress(server), 1);
  try {
    await sealWaitingEvents(openTables(pool), await createEventSealer([keys.evidenceRecipient]));
  } finally {
    await pool.end();
  }
  return rolled;
}

/** What the person at the terminal is told when the log may not go on. */
export function refusal(why: string): string {
  return `The log will not start: ${why}. Nothing was signed. docs/operating/log.md says what to do.`;
}

async function lead(store: { lead(): Promise<boolean> }): Promise<void> {
  for (let tries = 0; !(await store.lead()); tries += 1) {
    if (tries >= LEAD_TRIES)
      throw new Error('A sequencer of an earlier run still holds the log. End it and start again.');
    await sleep(100);
  }
}
