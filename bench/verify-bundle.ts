import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamRange } from '#portable/bundle/index.ts';
import { beginSample } from '#portable/bundle/testing/sample-bundle.ts';
import { readZip } from '#portable/bundle/zip/index.ts';
import { openFile } from '../verifier/file-source.ts';
import { NODE_HASHERS } from '../verifier/node-hashers.ts';

/**
 * The whole offline verifier, from its start to its report, beside `openssl dgst -sha256` over the unpacked items.
 * BENCH_BUNDLE_MIB: size of the bundle, 1024 when not set (needs twice that in the temporary folder; 4096 is the bar).
 * BENCH_BUNDLE_RUNS: runs of each, 5 when not set.
 */
export const name = 'Verifying a bundle, beside openssl over the same files';

const MEBIBYTES = Number(process.env['BENCH_BUNDLE_MIB'] ?? 1024);
const RUNS = Number(process.env['BENCH_BUNDLE_RUNS'] ?? 5);
const ITEMS = 4;
const PIECE = 1 << 20;
const PROGRAM = join(import.meta.dirname, '../verifier/dist/handover-verify.mjs');
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>process.stdout.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;

type Made = { zip: string; policy: string; files: string[]; mebibytes: number };
type Run = { seconds: number; cpu: number; output: string };

/** Bytes that no step can shorten, no two pieces alike, the same on every run. */
function* pieces(item: number, count: number): Generator<Uint8Array> {
  const words = new Uint32Array(PIECE / 4);
  let state = 0x2545f491 ^ item;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  for (let n = 0; n < count; n += 1) {
    const piece = words.slice();
    piece[0] = n;
    yield new Uint8Array(piece.buffer);
  }
}

async function make(folder: string, mebibytes: number): Promise<Made> {
  const each = Math.max(1, Math.floor(mebibytes / ITEMS));
  const items = Array.from({ length: ITEMS }, (_, item) => ({
    name: `export-${item}.bin`,
    bytes: new Uint8Array(0),
    pieces: () => pieces(item, each),
  }));
  const { built, policy } = await beginSample({ items, hashers: NODE_HASHERS });
  const made = {
    zip: join(folder, `${mebibytes}.zip`),
    policy: join(folder, 'policy'),
    mebibytes: each * ITEMS,
  };
  writeFileSync(made.policy, policy);
  await pipeline(Readable.from(built.chunks), createWriteStream(made.zip));
  return { ...made, files: await unpackItems(made.zip, join(folder, String(mebibytes))) };
}

async function unpackItems(zip: string, into: string): Promise<string[]> {
  mkdirSync(into);
  const source = await openFile(zip);
  const { entries } = await readZip(source);
  const files: string[] = [];
  for (const entry of entries ?? []) {
    if (!entry.name.includes('/data/')) continue;
    const path = join(into, entry.name.slice(entry.name.lastIndexOf('/') + 1));
    await pipeline(
      Readable.from(streamRange(source, entry.dataOffset, entry.sizeBytes)),
      createWriteStream(path),
    );
    files.push(path);
  }
  await source.close();
  return files;
}

/** Runs a program whole; the shell tells elapsed, user and system time of either side in the same way. */
function timed(program: string, args: readonly string[]): Run {
  const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$0" "$@"', program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`${program}: ${done.stdout}${done.stderr}`);
  const [real = 0, user = 0, system = 0] =
    done.stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { seconds: real, cpu: user + system, output: done.stdout };
}

function verify({ zip, policy }: Made): Run {
  const run = timed(process.execPath, ['--import', TELL_MEMORY, PROGRAM, '--policy', policy, zip]);
  if (!run.output.includes('\nVERIFIED: ')) throw new Error(run.output);
  return run;
}

function memoryOf({ output }: Run): number {
  return Number(/^peak (\d+)$/m.exec(output)?.[1]) / 1024;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function measure(made: Made) {
  const [ours, peer]: [Run[], Run[]] = [[], []];
  // One of each first, so that both find the bytes in the page cache, or neither does.
  for (let count = 0; count <= RUNS; count += 1) {
    ours.push(verify(made));
    peer.push(timed('openssl', ['dgst', '-sha256', ...made.files]));
  }
  const of = (runs: readonly Run[], what: (run: Run) => number) => median(runs.slice(1).map(what));
  return {
    speed: made.mebibytes / of(ours, run => run.seconds),
    peerSpeed: made.mebibytes / of(peer, run => run.seconds),
    ratio: of(peer, run => run.seconds) / of(ours, run => run.seconds),
    cpuRatio: of(peer, run => run.cpu) / of(ours, run => run.cpu),
    memory: Math.max(...ours.map(memoryOf)),
  };
}

/** Both in turn, so that a busy moment of the machine meets both; then a quarter of the bytes, to show what grows. */
export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  try {
    const [quarter, whole] = [Math.floor(MEBIBYTES / 4), MEBIBYTES];
    const small = measure(await make(folder, quarter));
    const large = measure(await make(folder, whole));
    return {
      rows: [
        { name: `verify ${whole} MiB, whole process`, value: large.speed, unit: 'MiB/s' },
        { name: `openssl dgst -sha256 over its ${ITEMS} items`, value: large.peerSpeed, unit: 'MiB/s' },
        { name: 'speed beside openssl', value: large.ratio, unit: 'times' },
        { name: 'the same in processor time', value: large.cpuRatio, unit: 'times' },
        { name: `peak memory for ${whole} MiB`, value: large.memory, unit: 'MiB' },
        { name: `peak memory for ${quarter} MiB`, value: small.memory, unit: 'MiB' },
        { name: `verify ${quarter} MiB`, value: small.speed, unit: 'MiB/s' },
      ],
      notes: [
        `${ITEMS} items; the median of ${RUNS} runs, each side in turn after one that is not counted.`,
        'Handover reads the zip, and works out CRC-32 and SHA-256 of every byte, the tree, proofs and signatures.',
        'Up to 256 MiB it also works out SHA-512 and the SHA-256 of the whole file, and so is slower.',
        'Where the machine is shared, processor time says more than elapsed time.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
