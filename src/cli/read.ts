import { diffReadings, encodeReadingLines, millisOfInstant, readChat } from '../portable/chat/index.ts';
import type { ReadChatOptions, Reading } from '../portable/chat/index.ts';
import { differenceReport, noDifference } from './difference-report.ts';
import { readingReport, visible } from './read-report.ts';

/** What the command needs from outside: where to write, and how to read a file. */
export interface CliIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

const HELP = `Reads a chat export and says what is in it.

Usage: handover read FILE [--json] [--sealed-at TIME] [--against OLD.jsonl]

  FILE              a WhatsApp text export (.txt), a Telegram JSON export (.json)
                    or a backup of SMS Backup & Restore (.xml)
  --json            write the whole reading as JSON Lines (docs/formats/reading.md)
  --sealed-at TIME  when the file was received, such as 2026-11-23T20:31:22Z; later dates are ruled out
  --against OLD     compare with an older reading of the same file, written with --json, and say what differs;
                    with --json, the difference as one JSON object
  --help            show this

Nothing leaves this machine. Exit code: 0 read (or compared, whatever differs), 1 not a chat
that can be read, 2 wrong use, no such file, or an older reading that is none.
`;

const CHUNK_CHARACTERS = 1 << 16;

interface Wanted {
  readonly path: string;
  readonly json: boolean;
  /** The older reading to compare with. */
  readonly against: string | null;
  readonly options: ReadChatOptions;
}

/** What the arguments ask for, or a sentence about what is wrong with them. */
function parseArgs(args: readonly string[]): Wanted | string {
  const paths: string[] = [];
  let json = false;
  let sealedAt: string | undefined;
  let against: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--json') json = true;
    else if (arg === '--sealed-at') sealedAt = args[++i] ?? '';
    else if (arg === '--against') against = args[++i] ?? '';
    else if (arg.startsWith('-') && arg !== '-') return `There is no option ${visible(arg)}.`;
    else paths.push(arg);
  }
  const [path] = paths;
  if (path === undefined) return 'Say which file to read.';
  if (paths.length > 1) return 'Give one file at a time.';
  if (sealedAt !== undefined && millisOfInstant(sealedAt) === null) {
    return 'After --sealed-at, give a time such as 2026-11-23T20:31:22Z.';
  }
  if (against === '') return 'After --against, give the file of an older reading.';
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return { path, json, against, options: { name, ...(sealedAt === undefined ? {} : { sealedAt }) } };
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'You may not read this file',
  ERR_FS_FILE_TOO_LARGE: 'This file is too large to be read in one piece',
};

function fileError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${FILE_ERRORS[code] ?? 'This file cannot be read'}: ${visible(path)}\n`;
}

function writeLines(lines: Iterable<string>, out: CliIo['stdout']): void {
  let waiting = '';
  for (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    out.write(waiting);
    waiting = '';
  }
  if (waiting !== '') out.write(waiting);
}

/** `handover read FILE [--json]`. Returns the exit code: 0 read, 1 no chat, 2 wrong use or no such file. */
export async function runRead(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP);
    return 0;
  }
  const wanted = parseArgs(args);
  if (typeof wanted === 'string') {
    io.stderr.write(`${wanted}\n\n${HELP}`);
    return 2;
  }
  const bytes = await readOrSay(wanted.path, io);
  const old = wanted.against === null ? null : await readOrSay(wanted.against, io);
  if (bytes === 'not-read' || old === 'not-read') return 2;
  return report(bytes, old, wanted, io);
}

async function readOrSay(path: string, io: CliIo): Promise<Uint8Array | 'not-read'> {
  try {
    return await io.readFile(path);
  } catch (error) {
    io.stderr.write(fileError(path, error));
    return 'not-read';
  }
}

function report(
  bytes: Uint8Array,
  old: Uint8Array | null,
  { path, json, options }: Wanted,
  io: CliIo,
): number {
  const result = readChat(bytes, options);
  if (!result.ok) {
    io.stderr.write(`Not read: ${visible(path)}\n${result.detail}\n`);
    return 1;
  }
  if (old !== null) return compare(old, result.reading, { name: options.name ?? path, json }, io);
  if (json) writeLines(encodeReadingLines(result.reading), io.stdout);
  else io.stdout.write(readingReport(options.name ?? path, result.detection, result.reading));
  return 0;
}

function compare(
  old: Uint8Array,
  reading: Reading,
  { name, json }: { readonly name: string; readonly json: boolean },
  io: CliIo,
): number {
  const compared = diffReadings(linesOf(old), encodeReadingLines(reading));
  if (!compared.ok) {
    io.stderr.write(`Not compared: ${visible(name)}\n${noDifference(compared)}\n`);
    return 2;
  }
  io.stdout.write(
    json ? `${JSON.stringify(compared.difference)}\n` : differenceReport(name, compared.difference),
  );
  return 0;
}

/** The lines of a file, one at a time: the whole as one text may be longer than a text can be. */
function* linesOf(bytes: Uint8Array): Generator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    yield decoder.decode(bytes.subarray(from, end));
    from = end + 1;
  }
}
