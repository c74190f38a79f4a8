import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ageStreams, openAge } from '#adapters/age/index.ts';
import { replaceDurably } from '#adapters/files/durable-write.ts';
import { type KeyRing, readKeyRing, unretireIdentities } from '#adapters/files/key-ring.ts';
import { endEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { dataLayout, SETTINGS, type Settings } from '#config';
import { encodeVerifierKey, publicKeyOf } from '#portable/tlog/index.ts';
import { everyIdentityOf } from '../../processes/child-specs.ts';
import { asOwner, createEmptyDatabase, DATABASE } from '../../processes/installation.ts';
import {
  type CommandIo,
  EXIT_CODES,
  lockOrObstacle,
  Obstacle,
  runCommand,
  settingsOrObstacle,
  withServer,
} from './installation-door.ts';
import { backupsIn, KEYS, MANIFEST, readBackup } from './manifest.ts';
import {
  headFileAdvice,
  isBeforeRotation,
  proveBackup,
  restoreDatabase,
  restoreFiles,
  type RestoreParts,
  UnusableBackup,
} from './restore-backup.ts';

const HELP = `Restores a backup into an empty data folder.

Usage: npx handover restore FOLDER [--database-only] [--identity FILE]

  FOLDER            a backup, or a folder of backups: then the newest
  --database-only   restores the database alone, under items, log and batches that are still there: the usual case after a
                    lost or damaged database. Move the old folder "postgres" out of the data folder first
  --identity FILE   an age identity that opens keys.age of a backup made with --with-keys
  --help            show this

The data folder (${SETTINGS.dataFolder.env}) must be empty but for the folder "keys" with the keys of that installation, and
"outside-backups". Then "npm start" compares the database with every head that was ever signed, and rolls it forward as
far as batches and log are newer: receipts issued after the backup are kept. docs/operating/backups.md says what is not.

A restore that was stopped is begun again by the same command. Exit code: 0 restored, 1 not restored, 2 wrong use.
`;

const MAY_BE_THERE = ['keys', 'outside-backups', 'logs', 'handover.lock', 'restoring'];
const RESTORED = ['postgres', 'store', 'log', 'bundles', 'policy', 'closed-logs'];

type Wanted = { folder: string; databaseOnly: boolean; identity: string | null };

/** `handover restore FOLDER`. Returns the exit code. */
export async function runRestore(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(HELP);
    return EXIT_CODES.done;
  }
  const wanted = readArguments(args);
  if (typeof wanted === 'string') {
    io.err(`${wanted} Try --help.\n`);
    return EXIT_CODES.wrongUse;
  }
  return runCommand(io, async () => {
    const settings = settingsOrObstacle();
    mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
    const release = lockOrObstacle(settings);
    try {
      await restore(settings, wanted, io);
    } catch (error) {
      throw error instanceof UnusableBackup ? new Obstacle(error.message) : error;
    } finally {
      release();
    }
  });
}

function readArguments(args: readonly string[]): Wanted | string {
  const wanted: Wanted = { folder: '', databaseOnly: false, identity: null };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--database-only') wanted.databaseOnly = true;
    else if (arg === '--identity') {
      wanted.identity = args[(i += 1)] ?? '';
      if (wanted.identity === '') return 'After --identity, give a file.';
    } else if (arg.startsWith('-')) return `There is no option ${arg}.`;
    else if (wanted.folder !== '') return 'Give one folder.';
    else wanted.folder = resolve(arg);
  }
  return wanted.folder === '' ? 'Say which backup to restore.' : wanted;
}

async function restore(settings: Settings, wanted: Wanted, io: CommandIo): Promise<void> {
  const say = (line: string) => io.out(`${line}\n`);
  const layout = dataLayout(settings.dataFolder);
  const backup = await chooseBackup(wanted.folder, say);
  const read = await readBackup(backup);
  if (typeof read === 'string') throw new Obstacle(read);
  const parts: RestoreParts = { backup, ...read, say };
  await makeRoom(settings, wanted);
  const keys = await provedKeys(parts, settings, wanted);
  // From here to the end a start is refused: half a restore is never mistaken for an installation.
  await replaceDurably(layout.restoring, Buffer.from(wanted.databaseOnly ? 'database\n' : 'everything\n'));
  if (!wanted.databaseOnly) await restoreFiles(parts, settings.dataFolder);
  await withServer(layout.postgres, async server => {
    await createEmptyDatabase(server);
    await asOwner(server, DATABASE, async client => {
      await restoreDatabase(parts, client, everyIdentityOf(keys));
      if (!(await isBeforeRotation(client, keys))) return;
      await unretireIdentities(layout.keys);
      say(
        'The backup is older than the last "npx handover rotate-keys": run it again, before or after the start.',
      );
    });
  });
  await rm(layout.restoring);
  const advice = await headFileAdvice(settings.headFolder, keys.origin);
  if (advice !== null) say(advice);
  say('Restored. "npm start" compares it with what was signed since, and rolls forward.');
}

async function chooseBackup(folder: string, say: (line: string) => void): Promise<string> {
  if (existsSync(join(folder, MANIFEST))) return folder;
  const [newest] = await backupsIn(folder);
  if (newest === undefined) throw new Obstacle(`${folder} is no finished backup and holds none.`);
  say(`Newest backup: ${newest.folder}, of ${newest.manifest.madeAt}`);
  return newest.folder;
}

/** Removes what an earlier, unfinished restore put there; refuses to write over anything else. */
async function makeRoom({ dataFolder }: Settings, { databaseOnly }: Wanted): Promise<void> {
  const layout = dataLayout(dataFolder);
  const begun = await readFile(layout.restoring, 'utf8').catch(() => null);
  if (begun !== null) {
    if (databaseOnly !== (begun === 'database\n'))
      throw new Obstacle(`Another kind of restore was begun here (${begun.trim()}). Run that one again.`);
    // A restore that was killed leaves its server running.
    await endEmbeddedPostgres(layout.postgres);
    for (const name of databaseOnly ? ['postgres'] : RESTORED)
      await rm(join(dataFolder, name), { recursive: true, force: true });
    return;
  }
  if (databaseOnly) {
    if (existsSync(layout.postgres))
      throw new Obstacle(
        `${layout.postgres} is still there. Move it out of the data folder first, and keep it.`,
      );
    return;
  }
  const there = readdirSync(dataFolder).filter(name => !MAY_BE_THERE.includes(name));
  if (there.length > 0)
    throw new Obstacle(
      `The data folder is not empty: it holds ${there.join(', ')}. Restore into an empty one, or use --database-only.`,
    );
}

/** The keys, once the backup is proved with them. Keys that came out of a backup which they do not prove are not kept. */
async function provedKeys(parts: RestoreParts, settings: Settings, wanted: Wanted): Promise<KeyRing> {
  const folder = dataLayout(settings.dataFolder).keys;
  const wereThere = (await readKeyRing(folder, ageStreams)) !== null;
  const keys = await keysOf(parts, settings, wanted);
  try {
    await proveBackup(parts, keys, everyIdentityOf(keys));
  } catch (error) {
    if (!wereThere) await rm(join(folder, 'key-ring.json'), { force: true });
    throw error;
  }
  if (!wereThere)
    parts.say(
      `The keys are out of the backup itself, so they cannot prove it. Compare with what you published: ${encodeVerifierKey(keys.origin, publicKeyOf(keys.logSecretKey))}`,
    );
  return keys;
}

async function keysOf(
  { backup, sums }: RestoreParts,
  settings: Settings,
  { identity }: Wanted,
): Promise<KeyRing> {
  const { keys } = dataLayout(settings.dataFolder);
  const there = await readKeyRing(keys, ageStreams);
  if (there !== null) return there;
  if (!sums.has(KEYS))
    throw new Obstacle(
      `The keys are not in this backup. Put your copy of the folder "keys" into ${settings.dataFolder} first.`,
    );
  if (identity === null)
    throw new Obstacle(
      'The keys in this backup are sealed (keys.age). Give --identity FILE that opens them.',
    );
  const text = await readFile(identity, 'utf8').catch(() => '');
  const secret = text.split('\n').find(line => line.startsWith('AGE-SECRET-KEY-')) ?? '';
  const opened = secret === '' ? null : await openAge(await readFile(join(backup, KEYS)), secret.trim());
  if (opened === null) throw new Obstacle('This identity does not open the keys in this backup.');
  await replaceDurably(join(keys, 'key-ring.json'), opened);
  return (
    (await readKeyRing(keys, ageStreams)) ??
    Promise.reject(new Obstacle('The keys in this backup cannot be read.'))
  );
}
