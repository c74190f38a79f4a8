import { readFile } from 'node:fs/promises';
import { runVerify } from '../../verifier/cli.ts';
import { runRead } from './read.ts';

const HELP = `Usage: npx handover COMMAND

  read FILE       what a chat export holds, byte for byte (--json for JSON Lines)
  verify FILE     check a bundle or a receipt offline (--policy FILE says whose log you trust)
  seal FILE...    hand files of this machine in to the Handover that runs here (--help says how)
  rotate-keys     a new evidence identity, and everything at rest wrapped for it (Handover stopped)
  help            this text

Each command has its own --help. "npm start" runs the product.
`;

const [command, ...args] = process.argv.slice(2);
if (command === 'read')
  process.exitCode = await runRead(args, { stdout: process.stdout, stderr: process.stderr, readFile });
else if (command === 'verify') {
  process.exitCode = await runVerify(args, {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    progress: process.stderr.isTTY,
  });
} else if (command === 'rotate-keys' || command === 'seal') {
  const { rotateCommand } = await import('../processes/rotate-command.ts');
  const { sealCommand } = await import('../processes/seal-command.ts');
  const run = command === 'seal' ? sealCommand : rotateCommand;
  process.exitCode = await run(args, {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  });
} else {
  const asked = command === undefined || command === 'help' || command === '--help' || command === '-h';
  (asked ? process.stdout : process.stderr).write(
    asked ? HELP : `There is no command ${command}.\n\n${HELP}`,
  );
  process.exitCode = asked ? 0 : 2;
}
