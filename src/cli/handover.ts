import { readFile } from 'node:fs/promises';
import { runVerify } from '../../verifier/cli.ts';
import { runBackup } from './backup/backup-command.ts';
import { runRestore } from './backup/restore-command.ts';
import { runNewLog } from './new-log-command.ts';
import { runRead } from './read.ts';

const HELP = `Usage: npx handover COMMAND

  read FILE       what a chat export holds, byte for byte (--json for JSON Lines)
  verify FILE     check a bundle or a receipt offline (--policy FILE says whose log you trust)
  backup FOLDER   make a backup, also while Handover runs
  restore FOLDER  restore one into an empty data folder
  new-log         close a log that cannot go on and begin another (--because says why)
  help            this text

Each command has its own --help. "npm start" runs the product.
`;

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

/** Each gives the exit code; its --help says what it means. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  read: args => runRead(args, { stdout: process.stdout, stderr: process.stderr, readFile }),
  verify: args => runVerify(args, { ...io, progress: process.stderr.isTTY }),
  backup: args => runBackup(args, io),
  restore: args => runRestore(args, io),
  'new-log': args => runNewLog(args, io),
};

const [command, ...args] = process.argv.slice(2);
const run = command === undefined ? undefined : COMMANDS[command];
if (run !== undefined) process.exitCode = await run(args);
else {
  const asked = command === undefined || command === 'help' || command === '--help' || command === '-h';
  (asked ? io.out : io.err)(asked ? HELP : `There is no command ${command}.\n\n${HELP}`);
  process.exitCode = asked ? 0 : 2;
}
