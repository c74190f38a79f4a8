import { openByteFile } from '../adapters/files/byte-file.ts';
import { runVerify } from '../../verifier/cli.ts';
import { runBackup } from './backup/backup-command.ts';
import { runRestore } from './backup/restore-command.ts';
import { runFsck } from './fsck.ts';
import { runLogReader } from './log-reader.ts';
import { runNewLog } from './new-log-command.ts';
import { runPartner } from './partner.ts';
import { runRead } from './read.ts';

/** Where a command writes. */
const IO = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  progress: process.stderr.isTTY,
};

// Whoever reads our output may stop before its end, as "head" does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Waits until a text is out, so that a long reading is not held in memory by a slow pipe. */
const STDOUT = {
  write: (text: string) => new Promise<void>(done => process.stdout.write(text, () => done())),
};

type Command = {
  readonly line: string;
  readonly run: (args: string[]) => Promise<number>;
};

/** The commands, in the order of the help. Each has its own `--help` and gives its exit code. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'read FILE': {
    line: 'what a chat export holds, byte for byte (--json for JSON Lines)',
    run: args => runRead(args, { stdout: STDOUT, stderr: process.stderr, openFile: openByteFile }),
  },
  'verify FILE': {
    line: 'check a bundle or a receipt offline (--policy FILE says whose log you trust)',
    run: args => runVerify(args, IO),
  },
  fsck: {
    line: 'check the whole record of the installation on this machine; it only reads',
    run: args => runFsck(args, IO),
  },
  'seal FILE...': {
    line: 'hand files of this machine in to the Handover that runs here (--help says how)',
    run: async args => (await import('../processes/seal-command.ts')).sealCommand(args, IO),
  },
  'rotate-keys': {
    line: 'a new evidence identity, and everything at rest wrapped for it (Handover stopped)',
    run: async args => (await import('../processes/rotate-command.ts')).rotateCommand(args, IO),
  },
  'backup FOLDER': {
    line: 'make a backup, also while Handover runs',
    run: args => runBackup(args, IO),
  },
  'restore FOLDER': {
    line: 'restore a backup into an empty data folder, or its database alone',
    run: args => runRestore(args, IO),
  },
  'new-log': {
    line: 'close a log that cannot go on, and begin another (--because says why)',
    run: args => runNewLog(args, IO),
  },
  'log-reader': {
    line: 'make, end or list who may read the log’s tiles with a token',
    run: args => runLogReader(args, IO),
  },
  partner: {
    line: 'make, end or list whose systems may hand in through the partner interface',
    run: args => runPartner(args, IO),
  },
};

const HELP = `Usage: npx handover COMMAND

${Object.entries({ ...COMMANDS, help: { line: 'this text' } })
  .map(([name, { line }]) => `  ${name.padEnd(15)} ${line}`)
  .join('\n')}

Each command has its own --help. "npm start" runs the product.
`;

const [name, ...args] = process.argv.slice(2);
const command = Object.entries(COMMANDS).find(([usage]) => usage.split(' ')[0] === name)?.[1];
if (command !== undefined) process.exitCode = await command.run(args);
else {
  const asked = name === undefined || ['help', '--help', '-h'].includes(name);
  if (asked) IO.out(HELP);
  else IO.err(`There is no command ${name}.\n\n${HELP}`);
  process.exitCode = asked ? 0 : 2;
}
