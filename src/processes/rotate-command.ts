import { existsSync } from 'node:fs';
import pg from 'pg';
import { ageStreams, createEventSealer, createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { beginKeyRotation, type KeyRing, readKeyRing, retireIdentities } from '#adapters/files/key-ring.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import type { RolePasswords } from '#adapters/postgres/roles.ts';
import { createRotationStore } from '#adapters/postgres/rotation-store.ts';
import { dataLayout, readSettings, type Settings } from '#config';
import { rotateKeys, type RotateOutcome } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { everyIdentityOf, evidenceKeysOf } from './child-specs.ts';
import { DATABASE, lockFolder, prepareDatabase } from './installation.ts';

export const ROTATE_HELP = `Usage: npx handover rotate-keys

Makes a new evidence identity and wraps the keys of everything at rest for it and for escrow
(HANDOVER_ESCROW_RECIPIENTS). No item is decrypted and no body is touched. Stop Handover first.
When it is cut off, run it again: it goes on. The old identity is moved to keys/retired/ at the end,
and deleted by nobody but you: backups made before still need it.
`;

type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** `handover rotate-keys`. Exit code 0: everything is wrapped anew; 1: it cannot be done now, or something could not be opened. */
export async function rotateCommand(args: readonly string[], { out, err }: Output): Promise<number> {
  if (args.length > 0) {
    (args[0] === '--help' ? out : err)(ROTATE_HELP);
    return args[0] === '--help' ? 0 : 2;
  }
  const read = readSettings();
  if (!read.ok) return refuse(err, read.problems.join('\n'));
  const layout = dataLayout(read.settings.dataFolder);
  if (!existsSync(layout.keys)) return refuse(err, 'There is no installation in the data folder yet.');
  const lock = lockFolder(layout.lock, read.settings.demoPort);
  if (!lock.ok) return refuse(err, `Handover is running (process ${lock.pid}). Stop it first with Ctrl-C.`);
  try {
    const server = await startEmbeddedPostgres({ folder: layout.postgres, durable: true });
    try {
      return reportRotation(await rotate(server, read.settings), { out, err });
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

/** Order: the new identity is kept durably first, then used; the old one leaves the key file last. */
async function rotate(server: EmbeddedServer, settings: Settings): Promise<RotateOutcome> {
  const layout = dataLayout(settings.dataFolder);
  await beginKeyRotation(layout.keys, ageStreams);
  const keys = await readKeyRing(layout.keys, ageStreams);
  if (keys === null) throw new Error('the key file is gone');
  await prepareDatabase(server, keys.rolePasswords as RolePasswords);
  const outcome = await rewrapEverything(server, settings, keys);
  if (outcome.ok) await retireIdentities(layout.keys, ageStreams);
  return outcome;
}

async function rewrapEverything(
  server: EmbeddedServer,
  settings: Settings,
  keys: KeyRing,
): Promise<RotateOutcome> {
  const evidence = evidenceKeysOf(keys, settings);
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port: server.port,
    user: 'handover_owner',
    password: server.ownerPassword,
    database: DATABASE,
    max: 2,
  });
  try {
    return await rotateKeys({
      store: createRotationStore(openTables(pool), createEventSealer(evidence.recipients)),
      blobs: createDiskStore(dataLayout(settings.dataFolder).store),
      // A restored backup of before a rotation is sealed to identities that were retired since.
      opener: createEvidenceOpener({ ...evidence, identities: everyIdentityOf(keys) }),
      newOpener: createEvidenceOpener({ ...evidence, identities: evidence.identities.slice(0, 1) }),
      recipients: evidence.recipients,
      clock: () => new Date(),
    });
  } finally {
    await pool.end();
  }
}

function refuse(err: Output['err'], sentence: string): number {
  err(`${sentence}\n`);
  return 1;
}

/** Backups from now on are opened by the new identity alone, and the last one made is opened by the old one alone. */
const AFTERWARDS = `Now copy the folder keys/ of the data folder, with retired/, to where you keep its copy: the copy of before does not open
the next backup. Then make a new backup: npx handover backup FOLDER
`;

/** Says what was done, and what is left to the person. Gives the exit code. */
export function reportRotation(outcome: RotateOutcome, { out, err }: Output): number {
  if (outcome.ok) {
    out(
      `Headers of ${outcome.items} items and ${outcome.staged} staged pieces are wrapped for the new recipients.\nThe old identity is in keys/retired/. Keep it until the last backup made before today has expired.\n${AFTERWARDS}`,
    );
    return 0;
  }
  err(
    `${outcome.unopened.length} items could not be wrapped anew: their headers are lost or damaged.\nThe old identity is kept in place. Restore these header files and run rotate-keys again:\n${outcome.unopened.map(toHex).join('\n')}\n`,
  );
  return 1;
}
