import { openPool } from '#adapters/postgres/connection.ts';
import type { RolePasswords } from '#adapters/postgres/roles.ts';
import { dataLayout } from '#config';
import { evidenceKeysOf } from '../processes/child-specs.ts';
import { ownerAddress, prepareDatabase } from '../processes/installation.ts';
import { beginNewLog } from '../processes/new-log.ts';
import {
  type CommandIo,
  EXIT_CODES,
  keysOrObstacle,
  lockOrObstacle,
  Obstacle,
  runCommand,
  settingsOrObstacle,
  withServer,
} from './backup/installation-door.ts';

const HELP = `Closes a log that cannot go on, and begins a new one. For an administrator, when a start says so and no newer
backup of the database, the items or the log can be found.

Usage: npx handover new-log --because "WHAT HAPPENED"

  --because TEXT   why, in a sentence: it stands in the first entry of the new log, for everybody who checks it
  --help           show this

What the closed log held beyond the database and whose batch is missing is not in the record any more. Receipts of it still
verify with the policy file, which from then on names both logs: publish it again. Every event that is there is logged again
in the new log. Handover must not be running. Exit code: 0 begun, 1 not begun (also when the log is in order), 2 wrong use.
`;

const LONGEST = 1000;

/** `handover new-log --because TEXT`. Returns the exit code. */
export async function runNewLog(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(HELP);
    return EXIT_CODES.done;
  }
  const [option, because = '', ...rest] = args;
  if (option !== '--because' || because.trim() === '' || because.length > LONGEST || rest.length > 0) {
    io.err(`Say why: --because "WHAT HAPPENED", at most ${LONGEST} characters. Try --help.\n`);
    return EXIT_CODES.wrongUse;
  }
  return runCommand(io, () => newLog(because.trim(), line => io.out(`${line}\n`)));
}

async function newLog(because: string, say: (line: string) => void): Promise<void> {
  const settings = settingsOrObstacle();
  const layout = dataLayout(settings.dataFolder);
  const keys = await keysOrObstacle(settings);
  const release = lockOrObstacle(settings);
  try {
    await withServer(layout.postgres, async server => {
      await prepareDatabase(server, keys.rolePasswords as RolePasswords);
      const pool = openPool(ownerAddress(server), 2);
      try {
        const folders = {
          log: layout.log,
          store: layout.store,
          head: settings.headFolder,
          closedLogs: layout.closedLogs,
        };
        const { recipients } = evidenceKeysOf(keys, settings);
        const parts = {
          ...{ pool, keys, keysFolder: layout.keys, recipients, folders, because, say },
          now: new Date(),
        };
        const done = await beginNewLog(parts);
        if (done.outcome === 'not-needed')
          throw new Obstacle(
            done.rolled
              ? 'The database was rolled forward, and the log is in order: nothing was closed. Start Handover.'
              : 'The log is in order: nothing was closed.',
          );
        say(`Closed: ${done.keys.closedLogs.at(-1)?.origin}`);
        say(`Begun:  ${done.keys.origin}`);
        say(
          'Start Handover, then publish the policy file again, keep a new copy of the keys, and make a backup.',
        );
      } finally {
        await pool.end();
      }
    });
  } finally {
    release();
  }
}
