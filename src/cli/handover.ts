import { readFile } from 'node:fs/promises';
import { runVerify } from '../../verifier/cli.ts';
import { runRead } from './read.ts';

const HELP = `Usage: npx handover COMMAND

  read FILE       what a chat export holds, byte for byte (--json for JSON Lines)
  verify FILE     check a bundle or a receipt offline (--policy FILE says whose log you trust)
  help            this text

Each command has its own --help. "npm start" runs the product.
`;

const io = {
  stdout: (text: string) => process.stdout.write(text),
  stderr: (text: string) => process.stderr.write(text),
  readFile: (path: string) => readFile(path),
};

const [command, ...args] = process.argv.slice(2);
if (command === 'read') process.exitCode = await runRead(args, io);
else if (command === 'verify') process.exitCode = await runVerify(args, io);
else {
  const asked = command === undefined || command === 'help' || command === '--help' || command === '-h';
  (asked ? io.stdout : io.stderr)(asked ? HELP : `There is no command ${command}.\n\n${HELP}`);
  process.exitCode = asked ? 0 : 2;
}
