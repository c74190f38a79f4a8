import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSegmentSealer, newIdentity, recipientOf } from '../src/adapters/age/index.ts';
import { createDiskStore } from '../src/adapters/blobs/disk-store.ts';
import { directDisk } from '../src/adapters/files/direct-disk.ts';
import { readLocalFile } from '../src/adapters/files/local-file.ts';
import { storeAndReadBack } from '../src/domain/sealing/index.ts';
import { beginReadBack } from '../src/processes/read-back/begin-read-back.ts';

/** Sealing a file of this machine beside `cp`, `sync` and one digest of the same bytes: the least that keeping a copy costs. */
export const name =
  'Sealing a local file: encrypted, fsynced, read back and digested, against cp + sync + openssl dgst';

// oxlint-disable-next-line no-process-env
const MEBIBYTES = Number(process.env['HANDOVER_BENCH_MIB'] ?? 4096);
// oxlint-disable-next-line no-process-env
const ROUNDS = Number(process.env['HANDOVER_BENCH_ROUNDS'] ?? 3);

function makeFile(path: string): void {
  const block = randomBytes(1 << 20);
  const file = openSync(path, 'w');
  for (let n = 0; n < MEBIBYTES; n += 1) {
    block.writeUInt32LE(n, 0);
    writeSync(file, block);
  }
  closeSync(file);
  execute('sync', []);
}

function execute(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} did not run`);
  return done.stdout;
}

function peer(source: string, folder: string): string {
  const copy = join(folder, 'copy');
  execute('cp', [source, copy]);
  execute('sync', [copy]);
  const digest = execute('openssl', ['dgst', '-sha256', copy]).trim().split(' ').at(-1) ?? '';
  rmSync(copy);
  return digest;
}

type Given = { identity: string; recipient: string };

/** What `npx handover seal` does with the bytes; what is left out is the rows in the database. */
async function seal(source: string, folder: string, { identity, recipient }: Given): Promise<string> {
  const store = join(folder, 'store');
  const blobs = createDiskStore(store, directDisk);
  const headers: Uint8Array[] = [];
  const parts = {
    blobs,
    sealer: createSegmentSealer(recipient),
    digests: { sha256: () => createHash('sha256') },
    headers: {
      begin: async () => {},
      keep: async (_: number, header: Uint8Array) => void headers.push(header),
    },
    random: (n: number) => randomBytes(n),
  };
  const evidence = { identities: [identity], recipients: [recipient] };
  const sealed = await storeAndReadBack(parts, readLocalFile(source), blobId =>
    beginReadBack({ storeFolder: store, evidence, blobId }),
  );
  if (!sealed.ok) throw new Error(sealed.what);
  await blobs.createHeaders(randomBytes(16), headers);
  return Buffer.from(sealed.digests.sha256).toString('hex');
}

async function seconds<T>(work: () => T | Promise<T>): Promise<{ took: number; gave: T }> {
  const started = performance.now();
  const gave = await work();
  return { took: (performance.now() - started) / 1000, gave };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const source = join(folder, 'source');
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let peak = 0;
  try {
    makeFile(source);
    for (let round = 0; round < ROUNDS; round += 1) {
      const other = await seconds(() => peer(source, folder));
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss());
      }, 20);
      const own = await seconds(() => seal(source, folder, { identity, recipient }));
      clearInterval(watch);
      if (own.gave !== other.gave) throw new Error('the two digests differ');
      ours.push(own.took);
      theirs.push(other.took);
      rmSync(join(folder, 'store'), { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const ratio = median(ours.map((took, n) => (theirs[n] ?? Number.NaN) / took));
  return {
    rows: [
      { name: 'seal', value: (MEBIBYTES * 1.048576) / median(ours), unit: 'MB/s' },
      {
        name: 'cp, sync, openssl dgst -sha256',
        value: (MEBIBYTES * 1.048576) / median(theirs),
        unit: 'MB/s',
      },
      { name: 'ratio: their time by ours', value: ratio, unit: 'times' },
      { name: 'peak memory of the process while sealing', value: peak / 1e6, unit: 'MB' },
    ],
    notes: [
      `${MEBIBYTES} MiB (HANDOVER_BENCH_MIB), ${ROUNDS} rounds (HANDOVER_BENCH_ROUNDS), alternating, the ratio of each pair.`,
      'As it comes SHA-256 is worked out, and of what is read back SHA-256 and SHA-512; the peer works out one SHA-256.',
      'Bodies go past the page cache where the disk allows it, so that what is read back comes from the disk.',
    ],
  };
}
