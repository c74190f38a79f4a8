import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type pg from 'pg';
import { createSealer } from '#adapters/age/index.ts';
import { keyRingForKeeping } from '#adapters/files/key-ring.ts';
import { prunableBatches, removeBatches } from '#adapters/sequencer/batch-shelf.ts';
import { dataLayout, SETTINGS } from '#config';
import { evidenceKeysOf } from '../../processes/child-specs.ts';
import {
  type CommandIo,
  EXIT_CODES,
  keysOrObstacle,
  Obstacle,
  runCommand,
  settingsOrObstacle,
  withOwner,
} from './installation-door.ts';
import { makeBackup } from './make-backup.ts';
import { backupsIn, LIFE_DAYS } from './manifest.ts';

const HELP = `Makes a backup of this installation, also while it runs.

Usage: npx handover backup FOLDER [--to RECIPIENT]... [--with-keys RECIPIENT] [--remove-expired]

  FOLDER               where backups are kept: each is a new folder in it
  --to RECIPIENT       an age recipient (age1...) who can open the copied database too, beside the evidence key and escrow
  --with-keys RECIPIENT
                       puts the keys of this installation in too, sealed to that age recipient (keys.age)
  --remove-expired     removes backups in FOLDER that are older than ${LIFE_DAYS} days
  --help               show this

The keys are NOT in a backup unless you ask: without them nobody can restore it. Keep a copy of the folder "keys" of the
data folder in another safe place. The folder of ${SETTINGS.headFolder.env} is never in a backup, and must not be.

Where FOLDER is on the disk of the data folder, files that never change are linked, not copied: that guards against
mistakes, not against a lost disk. Put FOLDER on another disk, or copy it there.

The data folder is ${SETTINGS.dataFolder.env}. Exit code: 0 made, 1 not made, 2 wrong use.
`;

type Wanted = { folder: string; to: string[]; withKeys: string | null; removeExpired: boolean };

/** `handover backup FOLDER`. Returns the exit code. */
export async function runBackup(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(HELP);
    return EXIT_CODES.done;
  }
  const wanted = readArguments(args);
  if (typeof wanted === 'string') {
    io.err(`${wanted} Try --help.\n`);
    return EXIT_CODES.wrongUse;
  }
  return runCommand(io, () => backup(wanted, io));
}

function readArguments(args: readonly string[]): Wanted | string {
  const wanted: Wanted = { folder: '', to: [], withKeys: null, removeExpired: false };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--remove-expired') wanted.removeExpired = true;
    else if (arg === '--to' || arg === '--with-keys') {
      const recipient = args[(i += 1)] ?? '';
      if (!/^age1[a-z0-9]+$/.test(recipient)) return `After ${arg}, give an age recipient: age1...`;
      if (arg === '--to') wanted.to.push(recipient);
      else wanted.withKeys = recipient;
    } else if (arg.startsWith('-')) return `There is no option ${arg}.`;
    else if (wanted.folder !== '') return 'Give one folder.';
    else wanted.folder = resolve(arg);
  }
  return wanted.folder === '' ? 'Say where to put the backup.' : wanted;
}

async function backup(wanted: Wanted, io: CommandIo): Promise<void> {
  const settings = settingsOrObstacle();
  const layout = dataLayout(settings.dataFolder);
  const keys = await keysOrObstacle(settings);
  if (`${wanted.folder}/`.startsWith(`${settings.dataFolder}/`))
    throw new Obstacle('A backup inside the data folder is lost with it. Choose a folder elsewhere.');
  const say = (line: string) => io.out(`${line}\n`);
  const sealedKeys =
    wanted.withKeys === null
      ? null
      : await createSealer(wanted.withKeys).seal(await keyRingForKeeping(layout.keys));
  await withOwner(settings, async client => {
    const { rows } = await client.query(
      `select from pg_attribute where attrelid = to_regclass('handover.backups') and attname = 'log_size'`,
    );
    if (rows.length === 0)
      throw new Obstacle(
        'The database is of an earlier version. Start this version of Handover once, then make the backup.',
      );
    const made = await makeBackup(
      {
        client,
        signer: { name: keys.origin, secretKey: keys.logSecretKey },
        folders: layout,
        recipients: [...evidenceKeysOf(keys, settings).recipients, ...wanted.to],
        now: new Date(),
        say,
        sealedKeys,
      },
      wanted.folder,
    );
    if (made === null)
      throw new Obstacle('Another backup of this installation is being made. Try again when it is done.');
    say(
      `Made: ${made.folder} (${made.manifest.files} files, ${(made.manifest.sizeBytes / 1_000_000).toFixed(1)} MB)`,
    );
    if (sealedKeys === null)
      say('The keys are not in it: keep a copy of them elsewhere, or nobody can restore it.');
    await endOfLife({ client, origin: keys.origin, batches: layout.batches }, wanted, say);
  });
}

type Aged = { readonly client: pg.ClientBase; readonly origin: string; readonly batches: string };

/** Expired backups, and batches that every living backup already holds. */
async function endOfLife(
  { client, origin, batches }: Aged,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<void> {
  const now = new Date();
  for (const { folder, manifest } of await backupsIn(wanted.folder)) {
    if (manifest.origin !== origin || new Date(manifest.expiresAt) > now) continue;
    if (!wanted.removeExpired) {
      say(`Expired: ${folder}. It still holds what was disposed of since; --remove-expired removes it.`);
      continue;
    }
    await rm(folder, { recursive: true, force: true });
    await client.query(`delete from handover.backups where id = decode($1, 'hex') and expires_at <= now()`, [
      manifest.id,
    ]);
    say(`Removed: ${folder}, older than ${LIFE_DAYS} days`);
  }
  const { rows } = await client.query<{ least: string | null; before: Date }>(
    `select min(log_size)::text as least, now() - make_interval(days => $1) as before from handover.backups where expires_at > now()`,
    [LIFE_DAYS],
  );
  const [row] = rows;
  if (row?.least == null) return;
  const removable = await prunableBatches(batches, Number(row.least), row.before);
  // First what must be there, then what need not be: in between a check has nothing to find.
  await client.query('update handover.batch_shelf set kept_from = greatest(kept_from, $1)', [
    Math.max(0, ...removable.map(name => name.size)),
  ]);
  await removeBatches(batches, removable);
  if (removable.length > 0) say(`Removed ${removable.length} batches that every living backup holds`);
}
