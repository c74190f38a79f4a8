import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { ageStreams } from '#adapters/age/index.ts';
import { syncFolder, syncFolders, writeStreamDurably } from '#adapters/files/copy-durably.ts';
import { replaceDurably } from '#adapters/files/durable-write.ts';
import { readSnapshot } from '#adapters/postgres/database-copy.ts';
import { publicKeyOf, type Signer, verifierKey } from '#portable/tlog/index.ts';
import { copyFolder, type EarlierBackup, type SourceFolder } from './copy-files.ts';
import {
  backupName,
  backupsIn,
  encodeSums,
  isSigned,
  KEYS,
  LIFE_DAYS,
  MANIFEST,
  type Manifest,
  readBackup,
  SIGNATURE,
  signManifest,
  SUMS,
  unfinishedIn,
  unfinishedName,
} from './manifest.ts';

const DAY_MS = 86_400_000;
const BACKUP_LOCK = 4811003;

export type BackupParts = {
  /** As the owner. */
  readonly client: pg.ClientBase;
  /** The log's own key, whose name is the origin: it signs the backup. */
  readonly signer: Signer;
  readonly folders: {
    readonly store: string;
    readonly log: string;
    readonly closedLogs: string;
    readonly bundles: string;
    readonly policy: string;
  };
  /** Who can open the copied database. */
  readonly recipients: readonly string[];
  readonly now: Date;
  readonly say: (line: string) => void;
  /** The key ring sealed to somebody who keeps it elsewhere; null when keys are not in the backup. */
  readonly sealedKeys: Uint8Array | null;
};

export type MadeBackup = { readonly folder: string; readonly manifest: Manifest };

/**
 * Makes one backup of an installation that may be running, as a new folder in `place`. Order: the database at one moment
 * first, then items, then the log, then batches. So every item the database knows is there, every entry under the copied
 * checkpoint has its batch, and what came meanwhile is only newer: a restore rolls forward over it. The folder gets its
 * name last. Null when another backup of this installation is being made.
 */
export async function makeBackup(parts: BackupParts, place: string): Promise<MadeBackup | null> {
  await mkdir(place, { recursive: true, mode: 0o700 });
  const locked = await parts.client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    BACKUP_LOCK,
  ]);
  if (locked.rows[0]?.held !== true) return null;
  try {
    await clearUnfinished(parts, place);
    return await makeLocked(parts, place);
  } finally {
    await parts.client.query('select pg_advisory_unlock($1)', [BACKUP_LOCK]).catch(() => undefined);
  }
}

/** What a killed backup left: its folder, and the row that said that it might exist. */
async function clearUnfinished({ client, signer, say }: BackupParts, place: string): Promise<void> {
  for (const { name, idHex } of await unfinishedIn(place, signer.name)) {
    say('Removing a backup that was begun and never finished');
    await rm(join(place, name), { recursive: true, force: true });
    await client.query(`delete from handover.backups where id = decode($1, 'hex')`, [idHex]);
  }
}

async function makeLocked(parts: BackupParts, place: string): Promise<MadeBackup> {
  const id = randomBytes(16);
  const named = backupName(parts.signer.name, parts.now);
  const name = existsSync(join(place, named)) ? `${named}-${id.toString('hex').slice(0, 8)}` : named;
  const work = join(place, unfinishedName(parts.signer.name, id.toString('hex')));
  await mkdir(work, { mode: 0o700 });
  const expiresAt = new Date(parts.now.getTime() + LIFE_DAYS * DAY_MS);
  // Before the first byte, so that no backup exists that disposal does not know of.
  await parts.client.query(
    `insert into handover.backups (id, made_at, expires_at, folder_note, log_size) select $1, $2, $3, $4, size from handover.log_head`,
    [id, parts.now, expiresAt, name],
  );
  const sums = new Map<string, string>();
  const database = await copyDatabase(parts, work, sums);
  const sizeBytes = await copyFolders(parts, { place, work }, sums);
  if (parts.sealedKeys !== null) {
    const keys = await writeStreamDurably(Readable.from([Buffer.from(parts.sealedKeys)]), join(work, KEYS));
    sums.set(KEYS, keys.sha256Hex);
  }
  const text = encodeSums(sums);
  const manifest: Manifest = {
    v: 1,
    id: id.toString('hex'),
    origin: parts.signer.name,
    madeAt: parts.now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    database: database.facts,
    files: sums.size,
    sizeBytes: sizeBytes + database.sizeBytes,
    sumsSha256: createHash('sha256').update(text).digest('hex'),
  };
  await replaceDurably(join(work, SUMS), Buffer.from(text));
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await replaceDurably(join(work, SIGNATURE), Buffer.from(signManifest(bytes, parts.signer)));
  await replaceDurably(join(work, MANIFEST), bytes);
  await syncFolders(work);
  await rename(work, join(place, name));
  await syncFolder(place);
  return { folder: join(place, name), manifest };
}

type Copied = { readonly facts: Manifest['database']; readonly sizeBytes: number };

function copyDatabase(parts: BackupParts, work: string, sums: Map<string, string>): Promise<Copied> {
  return readSnapshot(parts.client, async (facts, copy) => {
    const rows: Record<string, number> = {};
    let sizeBytes = 0;
    for (const table of facts.tables) {
      const copied = copy(table);
      const path = `database/${table.name}.copy.age`;
      const sealed = Readable.from(ageStreams.seal(parts.recipients, copied.stream), { objectMode: false });
      const sum = await writeStreamDurably(sealed, join(work, path));
      rows[table.name] = copied.rows();
      sums.set(path, sum.sha256Hex);
      sizeBytes += sum.sizeBytes;
    }
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    parts.say(`Database copied: ${facts.tables.length} tables, ${total} rows`);
    return { facts: { ...facts, rows }, sizeBytes };
  });
}

async function copyFolders(
  { folders, signer, say }: BackupParts,
  { place, work }: { place: string; work: string },
  sums: Map<string, string>,
): Promise<number> {
  const earlier = await earlierIn(place, signer);
  const never = () => false;
  const always = () => true;
  const sources: (SourceFolder & { what: string })[] = [
    { what: 'Sealed items', from: join(folders.store, 'bodies'), to: 'store/bodies', changes: never },
    // Written anew when an item is sealed to others: a link to an earlier backup could be the old one.
    { what: 'Keys of items', from: join(folders.store, 'headers'), to: 'store/headers', changes: always },
    { what: 'Bundles', from: folders.bundles, to: 'bundles', changes: never },
    { what: 'Policy', from: folders.policy, to: 'policy', changes: always },
    { what: 'Closed logs', from: folders.closedLogs, to: 'closed-logs', changes: always },
    { what: 'Log', from: folders.log, to: 'log', changes: name => name === 'checkpoint' },
    { what: 'Batches', from: join(folders.store, 'batches'), to: 'store/batches', changes: never },
  ];
  let total = 0;
  for (const source of sources) {
    let files = 0;
    for await (const file of copyFolder(source, work, earlier)) {
      sums.set(file.path, file.sha256Hex);
      total += file.sizeBytes;
      files += 1;
    }
    say(`${source.what}: ${files} files`);
  }
  return total;
}

/** Only one that we signed: what is linked from it is in the new backup, under the new signature. */
async function earlierIn(place: string, { name, secretKey }: Signer): Promise<EarlierBackup | null> {
  const newest = (await backupsIn(place)).find(found => found.manifest.origin === name);
  if (newest === undefined) return null;
  const read = await readBackup(newest.folder);
  if (typeof read === 'string') return null;
  const isOurs = await isSigned(newest.folder, read.bytes, verifierKey(name, publicKeyOf(secretKey)));
  return isOurs ? { folder: newest.folder, sums: read.sums } : null;
}
