import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { DocumentAnswer, DocumentPress, ReceiptSheet } from '#domain/receipts/index.ts';
import { COMPILER_PATH, FONT_PATHS } from './resources.ts';

/** What one document may use. `memoryMegabytes` bounds all private memory of the process, that of WebAssembly included. */
export type PressLimits = {
  readonly memoryMegabytes: number;
  readonly cpuSeconds: number;
  readonly wallMs: number;
};

export const PRESS_LIMITS: PressLimits = { memoryMegabytes: 1200, cpuSeconds: 45, wallMs: 60_000 };

/** A document of 1,000 items has 1.3 MB, and the open route takes 41; a child that says more is at fault. */
const LARGEST_DOCUMENT = 8 * 1024 * 1024;

const SOURCE = join(import.meta.dirname, '..', '..');
const PROGRAM = join(import.meta.dirname, 'document-program.ts');

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Sets documents in a process of its own: its program text, the compiler and the fonts are readable until they are loaded,
 * then that right is dropped; no network, no environment, and limits the operating system enforces (RLIMIT_DATA and
 * RLIMIT_CPU) with a wall clock here. The compiler is WebAssembly and has none of these rights to begin with. Names in a
 * sheet were chosen by submitters; a flaw in the compiler must end there.
 */
export function createDocumentPress(limits: PressLimits = PRESS_LIMITS, program = PROGRAM): DocumentPress {
  return { typeset: sheet => typeset(start(limits, program), sheet, limits) };
}

function start(limits: PressLimits, program: string): Child {
  const script = `ulimit -c 0; ulimit -d ${limits.memoryMegabytes * 1024}; ulimit -t ${limits.cpuSeconds}; exec "$@"`;
  // One quick pass over the compiler's code: the process sets one document and ends, so optimising it never pays.
  const args = [
    '--permission',
    ...readable(program).map(path => `--allow-fs-read=${path}`),
    '--no-warnings',
    '--liftoff-only',
  ];
  return spawn('/bin/sh', ['-c', script, 'press', process.execPath, ...args, program], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** The program text, the compiler and the fonts: never the data folder, never the rest of the source. */
function readable(program: string): string[] {
  const fontPackages = FONT_PATHS.map(path => join(dirname(path), '..', 'package.json'));
  const hidden = join(SOURCE, 'portable', 'bytes', 'hidden-characters.ts');
  const compiler = dirname(dirname(COMPILER_PATH));
  const ours = [program, import.meta.dirname, hidden, join(SOURCE, '..', 'package.json')];
  return [...new Set([...ours, compiler, ...FONT_PATHS, ...fontPackages])];
}

async function typeset(child: Child, sheet: ReceiptSheet, limits: PressLimits): Promise<DocumentAnswer> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.wallMs);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: -1, signal: null }));
  });
  // A child that died early closes its input: that is told by its exit, not by this pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(sheet));
  const pdf = await said(child);
  const { code, signal } = await ended;
  clearTimeout(timer);
  if (code === 0 && pdf?.toString('latin1', 0, 5) === '%PDF-') return { ok: true, pdf };
  return { ok: false, reason: late || signal === 'SIGXCPU' || signal === 'SIGKILL' ? 'time' : 'crashed' };
}

/** All that the child says; null, and the child is ended, when that is more than a document can be. */
async function said(child: Child): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= LARGEST_DOCUMENT) continue;
    child.kill('SIGKILL');
    child.stdout.destroy();
    return null;
  }
  return Buffer.concat(chunks);
}
