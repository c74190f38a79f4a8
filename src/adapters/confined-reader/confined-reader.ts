import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ConfinedReader, ReaderAnswer } from '#domain/reading/index.ts';
import { u32be } from '#portable/bytes/index.ts';

/** What one reading may use. `memoryMegabytes` bounds all private memory of the process, buffers included, not only the JavaScript heap. */
export type ReaderLimits = {
  readonly memoryMegabytes: number;
  readonly cpuSeconds: number;
  readonly wallMs: number;
};

export const READER_LIMITS: ReaderLimits = { memoryMegabytes: 1800, cpuSeconds: 120, wallMs: 180_000 };

/** A reading is JSON: every byte may be escaped, and each message carries its members' names. */
const OUTPUT_FLOOR_CHARACTERS = 1 << 20;
const OUTPUT_FACTOR = 60;

const SOURCE = join(import.meta.dirname, '..', '..');
const PROGRAM = join(import.meta.dirname, 'reader-program.ts');

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Runs the chat reader in a process of its own that has no file system (its own program text is readable until it is
 * loaded, then that right is dropped), no network, no environment, and limits the operating system enforces:
 * RLIMIT_DATA and RLIMIT_CPU, with a wall clock here. Submitted bytes are hostile; a flaw in a reader must end there.
 */
export function createConfinedReader(
  name: string,
  limits: ReaderLimits = READER_LIMITS,
  program = PROGRAM,
): ConfinedReader {
  return {
    name,
    read: input => readConfined(start(limits, program), input, limits),
  };
}

function start(limits: ReaderLimits, program: string): Child {
  const script = `ulimit -c 0; ulimit -d ${limits.memoryMegabytes * 1024}; ulimit -t ${limits.cpuSeconds}; exec "$@"`;
  const heapMegabytes = Math.floor(limits.memoryMegabytes * 0.6);
  const args = [
    '--permission',
    ...readable(program).map(path => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${heapMegabytes}`,
  ];
  return spawn('/bin/sh', ['-c', script, 'reader', process.execPath, ...args, program], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** The program text alone: never the data folder, never the rest of the source. */
function readable(program: string): string[] {
  const require = createRequire(import.meta.url);
  const noble = dirname(dirname(require.resolve('@noble/hashes/sha2.js')));
  return [program, join(SOURCE, 'portable'), join(SOURCE, '..', 'package.json'), noble].filter(path =>
    existsSync(path),
  );
}

type Input = { bytes: Uint8Array; name: string; sealedAt: Date };

async function readConfined(child: Child, input: Input, limits: ReaderLimits): Promise<ReaderAnswer> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.wallMs);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: -1, signal: null }));
  });
  feed(child.stdin, input);
  const lines: string[] = [];
  let left = OUTPUT_FLOOR_CHARACTERS + OUTPUT_FACTOR * input.bytes.length;
  for await (const line of linesOf(child.stdout)) {
    left -= line.length;
    lines.push(line);
    if (left >= 0) continue;
    // A hostile child could fill our memory by talking for as long as it may run.
    child.kill('SIGKILL');
    child.stdout.destroy();
    break;
  }
  const { code, signal } = await ended;
  clearTimeout(timer);
  return answerOf(lines, { late, long: left < 0, code, signal });
}

/** A child that died early closes its input: that is told by its exit, not by this pipe. */
function feed(stdin: Writable, { bytes, name, sealedAt }: Input): void {
  const head = Buffer.from(JSON.stringify({ name, sealedAt: sealedAt.toISOString() }));
  stdin.on('error', () => undefined);
  stdin.write(u32be(head.length));
  stdin.write(head);
  stdin.end(bytes);
}

/** Lines end at LF alone: a message may hold U+2028 or U+2029, at which `node:readline` would split. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  // A message of 60 MB is one line: its pieces are joined once, when it ends.
  let rest: string[] = [];
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    const [first = '', ...lines] = chunk.split('\n');
    rest.push(first);
    for (const line of lines) {
      yield rest.join('');
      rest = [line];
    }
  }
  const last = rest.join('');
  if (last !== '') yield last;
}

type Ending = { late: boolean; long: boolean; code: number | null; signal: NodeJS.Signals | null };

function answerOf(lines: string[], ending: Ending): ReaderAnswer {
  if (ending.long)
    return {
      ok: false,
      reason: 'crashed',
      detail: 'The reader was stopped: it wrote more than a reading can be.',
    };
  const last = lines.pop();
  if (ending.code === 0 && last === '{"type":"end"}') return { ok: true, lines: iterate(lines) };
  if (ending.code === 0 && last !== undefined) {
    const detail = refusalIn(last);
    if (detail !== null) return { ok: false, reason: 'not-a-known-chat', detail };
  }
  if (ending.late || ending.signal === 'SIGXCPU' || ending.signal === 'SIGKILL') {
    return { ok: false, reason: 'time', detail: 'The reader was stopped: it took longer than it may.' };
  }
  return {
    ok: false,
    reason: 'crashed',
    detail: 'The reader stopped before it was done, or used more memory than it may.',
  };
}

/** The detail of a refusal; null for a last line that is none. */
function refusalIn(line: string): string | null {
  try {
    const said: unknown = JSON.parse(line);
    const isRefusal = typeof said === 'object' && said !== null && 'type' in said && said.type === 'refused';
    return isRefusal && 'detail' in said && typeof said.detail === 'string' ? said.detail : null;
  } catch {
    return null;
  }
}

// oxlint-disable-next-line require-await -- the port is asynchronous so that a reader may stream
async function* iterate(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
