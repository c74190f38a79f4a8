import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { ageStreams } from '#adapters/age/index.ts';
import { type KeyRing, readKeyRing } from '#adapters/files/key-ring.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { dataLayout, readSettings, type Settings } from '#config';
import { asOwner, DATABASE, lockFolder } from '../../processes/installation.ts';

/** Where a command writes, and the sentence and exit code it ends with. */
export type CommandIo = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Something a person can mend; the message says how. Exit code 1. */
export class Obstacle extends Error {}

export const EXIT_CODES = { done: 0, failed: 1, wrongUse: 2 } as const;

/** Runs a command: an obstacle becomes its sentence, everything else is a fault of ours and is thrown. */
export async function runCommand(io: CommandIo, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return EXIT_CODES.done;
  } catch (error) {
    if (error instanceof Obstacle) io.err(`${error.message}\n`);
    else io.err(`This failed: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT_CODES.failed;
  }
}

export function settingsOrObstacle(): Settings {
  const read = readSettings();
  if (!read.ok) throw new Obstacle(read.problems.join('\n'));
  return read.settings;
}

export async function keysOrObstacle(settings: Settings): Promise<KeyRing> {
  const keys = await readKeyRing(dataLayout(settings.dataFolder).keys, ageStreams);
  if (keys === null)
    throw new Obstacle(`The data folder ${settings.dataFolder} holds no keys: there is no installation.`);
  return keys;
}

/** Takes the data folder, so that Handover does not start meanwhile. An obstacle when it is running. */
export function lockOrObstacle(settings: Settings): () => void {
  const lock = lockFolder(dataLayout(settings.dataFolder).lock, settings.demoPort);
  if (!lock.ok)
    throw new Obstacle(
      `Handover is running with this data folder (process ${lock.pid}). Stop it with Ctrl-C first.`,
    );
  return lock.release;
}

/**
 * Runs work on a connection as the owner, over the server of the running installation; or over one that is started for it
 * and stopped again, with the data folder taken so that Handover does not start on it meanwhile.
 */
export async function withOwner<T>(settings: Settings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const layout = dataLayout(settings.dataFolder);
  const folder = layout.postgres;
  if (!existsSync(folder)) throw new Obstacle(`The data folder ${settings.dataFolder} holds no database.`);
  const lock = lockFolder(layout.lock, settings.demoPort);
  if (!lock.ok && !existsSync(join(folder, 'cluster', 'postmaster.pid')))
    throw new Obstacle('Handover is just starting or stopping. Try again in a minute.');
  try {
    return await withServer(folder, server => asOwner(server, DATABASE, work));
  } finally {
    if (lock.ok) lock.release();
  }
}

/** The server of a folder; one that was running already is left running. */
export async function withServer<T>(
  folder: string,
  work: (server: EmbeddedServer) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedPostgres({ folder, durable: true });
  try {
    return await work(server);
  } finally {
    if (!server.adopted) await server.stop();
  }
}
