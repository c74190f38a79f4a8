import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ageStreams } from '#adapters/age/index.ts';
import { readKeyRing } from '#adapters/files/key-ring.ts';
import { openPool, openTables } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { dataLayout, readSettings, SETTINGS } from '#config';
import { type Check, type Fault, runChecks } from '#domain/checking/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { roleAddress } from '../processes/installation.ts';
import { everyIdentityOf, evidenceKeysOf } from '../processes/child-specs.ts';
import { recordChecks } from '../processes/record-checks.ts';

const HELP = `Checks the whole record of an installation: every head, tile and proof of the log, every event and its commitment,
every chain, and every sealed item to its last byte. It only reads, and names every fault, not just the first.

Usage: npx handover fsck [--json]

  --json   one JSON object a line: {"fault":…} as each is found, then {"summary":…}
  --help   this text

The installation is the one in ${SETTINGS.dataFolder.env} (default ${SETTINGS.dataFolder.fallback}). It may be running: then what is being written while
the check runs is left for the next time. If it is stopped, its PostgreSQL is started for the check and stopped again.

Exit code: 0 no fault, 1 faults, 2 there is nothing that can be checked.
`;

/** Where the command writes. */
export type FsckIo = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** `handover fsck`. Gives the exit code. */
export async function runFsck(args: readonly string[], io: FsckIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(HELP);
    return 0;
  }
  const unknown = args.find(arg => arg !== '--json');
  if (unknown !== undefined) return refuse(io, `There is no option ${unknown}.`);
  const settings = readSettings();
  if (!settings.ok) return refuse(io, settings.problems.join('\n'));
  const layout = dataLayout(settings.settings.dataFolder);
  const keys = await readKeyRing(layout.keys, ageStreams);
  if (keys === null)
    return refuse(
      io,
      `There is no installation in ${settings.settings.dataFolder}. Set ${SETTINGS.dataFolder.env}.`,
    );
  if (!existsSync(join(layout.postgres, 'cluster', 'PG_VERSION')))
    return refuse(
      io,
      withoutDatabase(settings.settings.dataFolder, [layout.log, layout.store, layout.batches]),
    );
  const server = await startEmbeddedPostgres({ folder: layout.postgres, durable: true });
  const pool = openPool(roleAddress(server, 'handover_worker', keys), 2, { readOnly: true });
  try {
    const checks = recordChecks({
      tables: openTables(pool),
      logFolder: layout.log,
      storeFolder: layout.store,
      logKey: verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)),
      headFolder: settings.settings.headFolder,
      evidence: evidenceKeysOf(keys, settings.settings),
      identities: { all: everyIdentityOf(keys) },
    });
    return await report(checks, { io, json: args.includes('--json') });
  } finally {
    await pool.end();
    await stopIfOurs(server);
  }
}

/** Keys without a database are an installation that lost it, or one that was never started. */
function withoutDatabase(dataFolder: string, others: readonly string[]): string {
  if (!others.some(folder => existsSync(folder)))
    return `There is no installation in ${dataFolder}, only its keys. See "npx handover restore --help".`;
  return `The database of ${dataFolder} is gone; keys, and log or items, are there. Bring it back from a backup with "npx handover restore FOLDER --database-only" (docs/operating/backups.md), then check again.`;
}

function refuse(io: FsckIo, sentence: string): number {
  io.err(`${sentence}\n\n${HELP}`);
  return 2;
}

async function stopIfOurs(server: EmbeddedServer): Promise<void> {
  if (!server.adopted) await server.stop();
}

type Reporting = { readonly io: FsckIo; readonly json: boolean };

async function report(checks: readonly Check[], { io, json }: Reporting): Promise<number> {
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  const notes: string[] = [];
  for await (const { check, slice, faults: found, next } of runChecks(checks)) {
    seen.set(check.id, (seen.get(check.id) ?? 0) + slice.seen);
    notes.push(...(slice.notes ?? []));
    for (const fault of found) io.out(json ? `${JSON.stringify({ fault })}\n` : faultLine(fault));
    faults.push(...found);
    if (next?.check !== check.id && !json)
      io.err(`${check.title}: ${(seen.get(check.id) ?? 0).toLocaleString('en-GB')} ${check.unit}\n`);
  }
  const summary = { faults: faults.length, seen: Object.fromEntries(seen), notes };
  if (json) io.out(`${JSON.stringify({ summary })}\n`);
  else io.out(closing(faults.length, notes));
  return faults.length === 0 ? 0 : 1;
}

function faultLine({ check, where, what }: Fault): string {
  return `FAULT  ${check}  ${where}: ${what}\n`;
}

function closing(faults: number, notes: readonly string[]): string {
  const said = notes.map(note => `Note: ${note}\n`).join('');
  if (faults === 0) return `${said}No fault was found.\n`;
  return `${said}${faults === 1 ? '1 fault was' : `${faults} faults were`} found. Nothing was changed. See docs/operating/fsck.md.\n`;
}
