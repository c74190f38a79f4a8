import {
  CHAT_FORMATS,
  diffReadings,
  encodeReadingLines,
  isDateOrder,
  millisOfInstant,
  readChat,
} from '../portable/chat/index.ts';
import type { ByteSource, ReadChatOptions, Reading } from '../portable/chat/index.ts';
import { differenceReport, noDifference } from './difference-report.ts';
import { readingReport, visible } from './read-report.ts';

/** An opened file; `close` may be called once. */
export type OpenedFile = ByteSource & { close(): void };

/** What the command needs from outside: where to write, and how to open a file. A write that takes its time is awaited. */
export interface CliIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly openFile: (path: string) => OpenedFile;
}

const HELP = `Reads a chat export and says what is in it.

Usage: handover read FILE [--json] [--sealed-at TIME] [--date-order ORDER] [--against OLD.jsonl]

  FILE              a chat export, of whatever size; its name matters only where its content leaves a choice:
${formatList()}
  --json            write the whole reading as JSON Lines (docs/formats/reading.md)
  --sealed-at TIME  when the file was received, such as 2026-11-23T20:31:22Z; later dates are ruled out
  --date-order ORDER
                    DMY, MDY, YMD or YDM: used where the file leaves the order of day and month open
  --against OLD     compare with an older reading of the same file, written with --json, and say what differs;
                    with --json, the difference as one JSON object
  --help            show this

* Built from documentation alone: no real export of it was seen.

Nothing leaves this machine. Exit code: 0 read (or compared, whatever differs), 1 not a chat
that can be read, 2 wrong use, no such file, or an older reading that is none.
`;

/** Every format, one a line. */
function formatList(): string {
  return CHAT_FORMATS.map(
    ({ title, basis }) => `                      - ${title}${basis === 'documentation-only' ? ' *' : ''}`,
  ).join('\n');
}

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
  let dateOrder: string | undefined;
  let against: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--json') json = true;
    else if (arg === '--sealed-at') sealedAt = args[++i] ?? '';
    else if (arg === '--date-order') dateOrder = args[++i] ?? '';
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
  if (dateOrder !== undefined && !isDateOrder(dateOrder)) {
    return 'After --date-order, give DMY, MDY, YMD or YDM.';
  }
  if (against === '') return 'After --against, give the file of an older reading.';
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const told = {
    ...(sealedAt === undefined ? {} : { sealedAt }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
  return { path, json, against, options: { name, ...told } };
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'You may not read this file',
};

function fileError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${FILE_ERRORS[code] ?? 'This file cannot be read'}: ${visible(path)}\n`;
}

async function writeLines(lines: Iterable<string>, out: CliIo['stdout']): Promise<void> {
  let waiting = '';
  for (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    await out.write(waiting);
    waiting = '';
  }
  if (waiting !== '') await out.write(waiting);
}

/** `handover read FILE [--json]`. Returns the exit code: 0 read, 1 no chat, 2 wrong use or no such file. */
export async function runRead(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help')) {
    await io.stdout.write(HELP);
    return 0;
  }
  const wanted = parseArgs(args);
  if (typeof wanted === 'string') {
    io.stderr.write(`${wanted}\n\n${HELP}`);
    return 2;
  }
  return withFile(wanted.path, io, item =>
    wanted.against === null
      ? report(item, null, wanted, io)
      : withFile(wanted.against, io, old => report(item, old, wanted, io)),
  );
}

/** Opens a file for as long as `use` takes; 2 when it cannot be opened or read to its end. */
async function withFile(
  path: string,
  io: CliIo,
  use: (file: ByteSource) => Promise<number>,
): Promise<number> {
  let file: OpenedFile | null = null;
  try {
    file = io.openFile(path);
    return await use(file);
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
    io.stderr.write(fileError(path, error));
    return 2;
  } finally {
    file?.close();
  }
}

function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function report(
  item: ByteSource,
  old: ByteSource | null,
  { path, json, options }: Wanted,
  io: CliIo,
): Promise<number> {
  const result = readChat(item, options);
  if (!result.ok) {
    io.stderr.write(`Not read: ${visible(path)}\n${result.detail}\n`);
    return 1;
  }
  if (old !== null) return compare(old, result.reading, { name: options.name ?? path, json }, io);
  if (json) await writeLines(encodeReadingLines(result.reading), io.stdout);
  else await io.stdout.write(readingReport(options.name ?? path, result.detection, result.reading));
  return 0;
}

async function compare(
  old: ByteSource,
  reading: Reading,
  { name, json }: { readonly name: string; readonly json: boolean },
  io: CliIo,
): Promise<number> {
  const compared = diffReadings(linesOf(old), encodeReadingLines(reading));
  if (!compared.ok) {
    io.stderr.write(`Not compared: ${visible(name)}\n${noDifference(compared)}\n`);
    return 2;
  }
  await io.stdout.write(
    json ? `${JSON.stringify(compared.difference)}\n` : differenceReport(name, compared.difference),
  );
  return 0;
}

/** The lines of a file, one at a time: the whole as one text may be longer than a text can be. */
function* linesOf(file: ByteSource): Generator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const piece = new Uint8Array(1 << 16);
  let begun = '';
  for (let at = 0; at < file.size;) {
    const got = file.read(at, piece);
    if (got === 0) break;
    at += got;
    const lines = (begun + decoder.decode(piece.subarray(0, got), { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}
