import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { ageStreams, createEventSealer } from '#adapters/age/index.ts';
import { followLog, type KeyRing } from '#adapters/files/key-ring.ts';
import { changeLog, originInDatabase } from '#adapters/postgres/close-log.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { sealWaitingEvents } from '#adapters/postgres/seal-waiting.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { HandoverError } from '#domain/error.ts';
import { rollForward, salvage } from '#domain/history/index.ts';
import { EMPTY_ROOT, encodeVerifierKey, publicKeyOf } from '#portable/tlog/index.ts';
import { historyParts, type HistoryFolders } from './history.ts';

export type NewLogParts = {
  /** As the owner; nothing else runs. */
  readonly pool: pg.Pool;
  readonly keys: KeyRing;
  readonly keysFolder: string;
  /** Whom events are sealed to: this force, and escrow. */
  readonly recipients: readonly string[];
  readonly folders: HistoryFolders & { readonly closedLogs: string };
  readonly because: string;
  readonly now: Date;
  readonly say: (line: string) => void;
};

/** `not-needed`: the log is in order, or was brought in order, and stays. */
export type NewLog =
  | { readonly outcome: 'begun'; readonly keys: KeyRing }
  | { readonly outcome: 'not-needed'; readonly rolled: boolean };

/**
 * Closes a log that cannot be rolled forward, on a person's word, and begins another whose first entry quotes the closed
 * one's last known checkpoint. Order: what can be salvaged, keys, database, folders. Stopped anywhere, the same command goes
 * on: what is done shows in the keys, in the database and in the folders.
 */
export async function beginNewLog(parts: NewLogParts): Promise<NewLog> {
  const client = await parts.pool.connect();
  try {
    let { keys } = parts;
    const begun = keys.closedLogs.at(-1);
    const isBegun = begun !== undefined && (await isUnfinished(client, parts, begun.origin));
    if (!isBegun) {
      const closing = await close(client, parts);
      if ('outcome' in closing) return closing;
      ({ keys } = closing);
    }
    await change(client, { ...parts, keys });
    await setAside({ ...parts, keys });
    const sealer = createEventSealer(parts.recipients);
    await sealWaitingEvents(openTables(parts.pool), sealer);
    return { outcome: 'begun', keys };
  } finally {
    client.release();
  }
}

/** Whether an earlier run wrote the new keys and did not come to its end. */
async function isUnfinished(
  client: pg.ClientBase,
  { folders }: NewLogParts,
  closed: string,
): Promise<boolean> {
  if ((await originInDatabase(client)) === closed) return true;
  const published = await createLogFiles(folders.log).readPublished();
  return published?.startsWith(`${closed}\n`) === true;
}

async function close(client: pg.ClientBase, parts: NewLogParts): Promise<{ keys: KeyRing } | NewLog> {
  const { keys, say } = parts;
  if ((await originInDatabase(client)) !== keys.origin)
    throw new HandoverError('log-disagrees', 'the database and the keys are of different installations');
  const history = historyParts(client, keys, parts.folders);
  const rolled = await rollForward(history);
  if (rolled.outcome !== 'cannot') return { outcome: 'not-needed', rolled: rolled.outcome === 'rolled' };
  say(`The log cannot go on: ${rolled.why}.`);
  say(`Events taken from batches that are whole: ${await salvage(history)}`);
  const vkey = encodeVerifierKey(keys.origin, publicKeyOf(keys.logSecretKey));
  const closed = { origin: keys.origin, vkey, lastCheckpoint: rolled.lastKnown };
  return { keys: await followLog(parts.keysFolder, closed, ageStreams) };
}

async function change(client: pg.ClientBase, { keys, because, now }: NewLogParts): Promise<void> {
  const closed = keys.closedLogs.at(-1);
  if (closed === undefined || (await originInDatabase(client)) !== closed.origin) return;
  const checkpoint = signCheckpoint({ name: keys.origin, secretKey: keys.logSecretKey }, 0, EMPTY_ROOT);
  await changeLog(client, { closed, begun: { origin: keys.origin, checkpoint }, because, at: now });
}

/** The closed log's files and batches are kept, where the new log does not meet them. */
async function setAside({ keys, folders }: NewLogParts): Promise<void> {
  const tail = keys.closedLogs.at(-1)?.origin.split('/').at(-1) ?? 'closed';
  await moveOnce(join(folders.store, 'batches'), join(folders.store, 'closed-batches', tail));
  await moveOnce(folders.log, join(folders.closedLogs, tail));
}

async function moveOnce(from: string, to: string): Promise<void> {
  if (!existsSync(from) || existsSync(to)) return;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
}
