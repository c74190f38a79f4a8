import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { ageStreams, createEventSealer } from '#adapters/age/index.ts';
import { openFromShelf } from '#adapters/bundles/bundle-shelf.ts';
import { type DatabaseAddress, openPool, openTables } from '#adapters/postgres/connection.ts';
import { createPostgresDesk } from '#adapters/postgres/desk/index.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { SETTINGS } from '#config';
import type { BundleFiles } from '#domain/desk/index.ts';
import { fromHex } from '#portable/bytes/index.ts';
import { createPoliceApp } from '#web/police/app.ts';
import type { PublishedLogFiles } from '#web/police/parts.ts';
import { receiveHandshake, reportReady, stopOnce } from './handshake.ts';
import { listenOnLoopback } from './http-process.ts';
import { logLine } from './log-line.ts';

export type PoliceHandshake = {
  readonly database: DatabaseAddress;
  /** Events are sealed to them as they are appended; this process opens nothing. */
  readonly evidenceRecipients: readonly string[];
  readonly bundlesFolder: string;
  /** Tiles and the checkpoint, for auditors and log readers. Read only: this process can write no file. */
  readonly logFolder: string;
  readonly port: number;
  readonly trustedProxies: readonly string[];
};

type Tables = ReturnType<typeof openTables>;

/** The police side. It can read case state and readings; it holds neither the evidence identity nor the log key. */
export async function runPolice(): Promise<void> {
  let close = async () => {};
  const end = stopOnce(() => close());
  const told = await receiveHandshake<PoliceHandshake>(end);
  const pool = openPool(told.database, 10);
  const tables = openTables(pool);
  const settings = await tables
    .selectFrom('handover.force_settings')
    .select(['force_name', 'demo'])
    .executeTakeFirstOrThrow();
  const app = createPoliceApp({
    ...createPostgresDesk(tables, createEventSealer(told.evidenceRecipients)),
    bundles: bundleFiles(tables, told.bundlesFolder),
    logFiles: logFiles(told.logFolder),
    settings: {
      forceName: settings.force_name,
      demo: settings.demo,
      origin: () => `http://police.localhost:${told.port}`,
      trustedProxies: told.trustedProxies,
    },
    clock: () => new Date(),
    random: sizeBytes => randomBytes(sizeBytes),
    log: logLine,
  });
  close = async () => {
    await app.close();
    await pool.end();
  };
  await listenOnLoopback(app, told.port, SETTINGS.policePort.env);
  reportReady();
}

function logFiles(folder: string): PublishedLogFiles {
  const { readPublished, readTile } = createLogFiles(folder);
  return { checkpoint: readPublished, readTile };
}

/** Finished bundles, opened with the key that the database keeps for each. */
function bundleFiles(tables: Tables, folder: string): BundleFiles {
  return {
    async open(id) {
      const bundleId = fromHex(id);
      if (bundleId === null) return null;
      const row = await tables
        .selectFrom('handover.bundles')
        .select(['name', 'size_bytes', 'key'])
        .where('id', '=', Buffer.from(bundleId))
        .where('state', '=', 'ready')
        .executeTakeFirst();
      if (row === undefined || row.key === null || row.name === null) return null;
      return {
        name: `${row.name}.zip`,
        sizeBytes: Number(row.size_bytes),
        stream: Readable.from(openFromShelf(folder, bundleId, row.key, ageStreams), { objectMode: false }),
      };
    },
  };
}
