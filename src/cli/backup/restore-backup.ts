import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { ageStreams } from '#adapters/age/index.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { copyDurably, sumOf, syncFolders } from '#adapters/files/copy-durably.ts';
import { fillDatabase, type TableShape } from '#adapters/postgres/database-copy.ts';
import { skipLostNumbers } from '#adapters/postgres/lost-numbers.ts';
import { listMigrations, migrate } from '#adapters/postgres/migrate.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { SETTINGS } from '#config';
import { isSigned, KEYS, type ReadBackup, type Sums } from './manifest.ts';

export type RestoreParts = ReadBackup & {
  readonly backup: string;
  readonly say: (line: string) => void;
};

/** A backup that cannot be restored; the message is for the person at the terminal. */
export class UnusableBackup extends Error {}

/**
 * Fills an empty database from the backup: the migrations of its time, then every row in one transaction, then counts are
 * compared. Each file's SHA-256 is checked before it is read.
 */
export async function restoreDatabase(
  parts: RestoreParts,
  client: pg.ClientBase,
  identities: readonly string[],
): Promise<void> {
  const { backup, manifest, sums, say } = parts;
  const known = listMigrations();
  const strange = manifest.database.migrations.find(name => !known.includes(name));
  if (strange !== undefined)
    throw new UnusableBackup(
      `This backup was made by a newer version of Handover (${strange}). Restore it with that one.`,
    );
  const paths = manifest.database.tables.map(pathOf);
  await checkSums(backup, sums, paths);
  await migrate(client, manifest.database.migrations);
  const counts = await fillDatabase(client, manifest.database, table =>
    openedTable(join(backup, pathOf(table)), identities),
  );
  for (const [table, rows] of Object.entries(manifest.database.rows)) {
    if (counts.get(table) !== rows)
      throw new UnusableBackup(
        `The table ${table} of this backup has ${counts.get(table)} rows and should have ${rows}.`,
      );
  }
  await skipLostNumbers(client, null);
  // Batches that this backup holds itself may have been removed since it was made.
  await client.query(
    'update handover.batch_shelf set kept_from = greatest(kept_from, (select size from handover.log_head))',
  );
  say(`Database restored: ${counts.size} tables as of ${manifest.madeAt}`);
}

function pathOf(table: TableShape): string {
  return `database/${table.name}.copy.age`;
}

function openedTable(path: string, identities: readonly string[]): Readable {
  return Readable.from(
    (async function* () {
      try {
        yield* ageStreams.open(identities, createReadStream(path));
      } catch (cause) {
        throw new UnusableBackup(
          'A table of this backup cannot be opened with the evidence key of this data folder.',
          { cause },
        );
      }
    })(),
  );
}

async function checkSums(backup: string, sums: Sums, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const expected = sums.get(path);
    const found = await sumOf(join(backup, path)).catch(() => null);
    if (expected === undefined || found?.sha256Hex !== expected) throw damaged(path);
  }
}

function damaged(path: string): UnusableBackup {
  return new UnusableBackup(
    `${path} of this backup is missing or damaged. Use another backup; nothing of it was used.`,
  );
}

/** Before anything is written: this installation made the backup, and its keys open it. Throws UnusableBackup. */
export async function proveBackup(
  parts: RestoreParts,
  keys: KeyRing,
  identities: readonly string[],
): Promise<void> {
  const { backup, manifest, bytes, sums } = parts;
  if (keys.origin !== manifest.origin)
    throw new UnusableBackup('The keys in the data folder belong to another installation than this backup.');
  if (!(await isSigned(backup, bytes, verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)))))
    throw new UnusableBackup(
      'This backup is not signed by the log key of this installation: it was changed, or somebody else made it. Use another. One that an earlier version of Handover made is restored with that version.',
    );
  const [first] = manifest.database.tables;
  if (first === undefined) return;
  await checkSums(backup, sums, [pathOf(first)]);
  try {
    for await (const _chunk of openedTable(join(backup, pathOf(first)), identities)) break;
  } catch (error) {
    if (!(error instanceof UnusableBackup)) throw error;
    throw new UnusableBackup(
      'The keys in the data folder do not open this backup: it was made after "npx handover rotate-keys", and they are a copy of before. Bring a newer copy of keys/. Nothing was restored.',
      { cause: error },
    );
  }
}

/** Copies everything but the database and keys into the data folder, checking each file on the way. */
export async function restoreFiles({ backup, sums, say }: RestoreParts, dataFolder: string): Promise<void> {
  let files = 0;
  for (const [path, expected] of sums) {
    if (path.startsWith('database/') || path === KEYS) continue;
    const copied = await copyDurably(join(backup, path), join(dataFolder, path)).catch(() => null);
    if (copied?.sha256Hex !== expected) throw damaged(path);
    files += 1;
    if (files % 1000 === 0) say(`  ${files} files`);
  }
  await syncFolders(dataFolder);
  say(`Files restored: ${files}`);
}

/** What a person should do before the start where there is no head file; null where there is one. */
export async function headFileAdvice(headFolder: string, origin: string): Promise<string | null> {
  if ((await createHeadFile(headFolder, origin).read()) !== null) return null;
  return `There is no head file of this log in ${headFolder}. If one survived elsewhere, put it there (or set ${SETTINGS.headFolder.env}) before the start: without it nothing outside the backups says whether anything newer was signed.`;
}

/** Whether what the restored database holds may be sealed to identities that were retired after the backup was made. */
export async function isBeforeRotation(
  client: pg.ClientBase,
  { evidenceRecipient, retiredIdentities }: KeyRing,
): Promise<boolean> {
  if (retiredIdentities.length === 0) return false;
  const { rows } = await client.query(
    'select from handover.key_rotations where recipient = $1 and finished_at is not null',
    [evidenceRecipient],
  );
  return rows.length === 0;
}
