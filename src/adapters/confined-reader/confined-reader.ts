import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { ConfinedReader, ReaderEnd, ReaderInput } from '#domain/reading/index.ts';
import { CHAT_FORMATS, decodeDetection } from '#portable/chat/index.ts';
import { CHAT_LIBRARY, READER_PROGRAM } from './built-files.ts';
import { serveItem } from './serve-item.ts';

/** What one reading may use. `memoryMegabytes` bounds all private memory of the process, buffers included, not only the JavaScript heap. */
export type ReaderLimits = {
  readonly memoryMegabytes: number;
  readonly cpuSeconds: number;
  readonly wallMs: number;
};

export const READER_LIMITS: ReaderLimits = { memoryMegabytes: 1800, cpuSeconds: 120, wallMs: 600_000 };

/** A reading is JSON: every byte may be escaped, and each message carries its members' names. */
const OUTPUT_FLOOR_CHARACTERS = 1 << 20;
const OUTPUT_FACTOR = 60;
/** A line is held whole. A message of 16 MiB is none longer, were every byte an escape. */
const LONGEST_LINE = 1 << 27;

/**
 * Runs the chat reader in a process of its own that has no file system (its own program text is readable until it is
 * loaded, then that right is dropped), no network, no environment, and limits the operating system enforces:
 * RLIMIT_DATA and RLIMIT_CPU, with a wall clock here. It asks for the item's bytes through a pipe, piece by piece, and may use no
 * more memory for a large item. Submitted bytes are hostile; a flaw in a reader must end there.
 */
export function createConfinedReader(
  name: string,
  limits: ReaderLimits = READER_LIMITS,
  program = READER_PROGRAM,
): ConfinedReader {
  const formats = CHAT_FORMATS.map(({ reader }) => reader);
  return { name, formats, read: input => readConfined(start(limits, program), input, limits) };
}

type Child = {
  readonly process: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly asked: Readable;
};

function start(limits: ReaderLimits, program: string): Child {
  const script = `ulimit -c 0; ulimit -d ${limits.memoryMegabytes * 1024}; ulimit -t ${limits.cpuSeconds}; exec "$@"`;
  const heapMegabytes = Math.floor(limits.memoryMegabytes * 0.6);
  const args = [
    '--permission',
    ...[program, CHAT_LIBRARY].map(path => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${heapMegabytes}`,
  ];
  const child = spawn('/bin/sh', ['-c', script, 'reader', process.execPath, ...args, program], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
  return { process: child, stdin: child.stdin!, stdout: child.stdout!, asked: child.stdio[3] as Readable };
}

type Stop = 'time' | 'output' | 'item' | 'left';

async function* readConfined(
  child: Child,
  input: ReaderInput,
  limits: ReaderLimits,
): AsyncGenerator<string, ReaderEnd> {
  let stop: Stop | null = null;
  const end = (why: Stop): void => {
    stop ??= why;
    child.process.kill('SIGKILL');
  };
  const timer = setTimeout(() => end('time'), limits.wallMs);
  const ended = new Promise<Exit>(resolve => {
    child.process.once('exit', (code, signal) => resolve({ code, signal }));
    child.process.once('error', () => resolve({ code: -1, signal: null }));
  });
  const served = serveItem(child.asked, child.stdin, input).catch((error: unknown) => {
    end('item');
    return { error };
  });
  let last: string | null = null;
  try {
    let left = OUTPUT_FLOOR_CHARACTERS + OUTPUT_FACTOR * input.item.sizeBytes;
    for await (const line of linesOf(child.stdout)) {
      left -= line.length;
      // A hostile child could fill memory or the database by talking for as long as it may run.
      if (left < 0 || line.length > LONGEST_LINE) {
        end('output');
        break;
      }
      // The line behind it shows whether one is the last, which is no line of the reading.
      if (last !== null) yield last;
      last = line;
    }
    const exit = await ended;
    const failure = await served;
    if (failure !== undefined) throw failure.error;
    return endOf(last, { ...exit, stop });
  } finally {
    clearTimeout(timer);
    end('left');
    for (const stream of [child.asked, child.stdin, child.stdout]) stream.destroy();
  }
}

/** Lines end at LF alone: a message may hold U+2028 or U+2029, at which `node:readline` would split. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  // A message of 60 MB is one line: its pieces are joined once, when it ends.
  let rest: string[] = [];
  let length = 0;
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    const [first = '', ...lines] = chunk.split('\n');
    rest.push(first);
    length += first.length;
    for (const line of lines) {
      yield rest.join('');
      rest = [line];
      length = line.length;
    }
    if (length > LONGEST_LINE) break;
  }
  const last = rest.join('');
  if (last !== '') yield last;
}

type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };
type Ending = Exit & { readonly stop: Stop | null };

function endOf(last: string | null, { code, signal, stop }: Ending): ReaderEnd {
  if (stop === 'output')
    return { how: 'output', detail: 'The reader was stopped: it wrote more than a reading can be.' };
  if (stop === 'time' || signal === 'SIGXCPU' || signal === 'SIGKILL')
    return { how: 'time', detail: 'The reader was stopped: it took longer than it may.' };
  if (code === 0 && last === '{"type":"end"}') return { how: 'complete' };
  const refusal = code === 0 && last !== null ? refusalIn(last) : null;
  if (refusal !== null) return refusal;
  return {
    how: 'stopped',
    detail: 'The reader stopped before it was done, or used more memory than it may.',
  };
}

/** The refusal in a last line; null for a line that is none. A refusal that claims a format is not believed in that. */
function refusalIn(line: string): ReaderEnd | null {
  try {
    const said: unknown = JSON.parse(line);
    const isRefusal = typeof said === 'object' && said !== null && 'type' in said && said.type === 'refused';
    if (!isRefusal || !('detail' in said) || typeof said.detail !== 'string') return null;
    const detection = 'detection' in said ? decodeDetection(said.detection) : null;
    const isOfIt = detection?.format === null;
    return { how: 'not-a-known-chat', detail: said.detail, detection: isOfIt ? detection : null };
  } catch {
    return null;
  }
}
