import { encodeReadingLines, readChat } from '../portable/chat/index.ts';

/** What the command needs from outside: where to write, and how to read a file. */
export interface CliIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

/** `handover read FILE [--json]`. Returns the exit code: 0 read, 1 no chat, 2 wrong use or no such file. */
export async function runRead(args: string[], io: CliIo): Promise<number> {
  const path = args.find(arg => !arg.startsWith('--')) ?? '';
  const bytes = await io.readFile(path);
  const result = readChat(bytes, { name: path.split('/').at(-1) ?? '' });
  if (!result.ok) {
    io.stderr.write(`${result.detail}\n`);
    return 1;
  }
  for (const line of encodeReadingLines(result.reading)) io.stdout.write(`${line}\n`);
  return 0;
}
