import { spawnSync } from 'node:child_process';

const MEGABYTE = 1_000_000;

/** What one run in a process of its own took: milliseconds of work, and the peak memory of the whole process. */
export type Took = { readonly count: number; readonly ms: number; readonly megabytes: number };

/** What a run does: reads the file and says how many messages it found. */
export type Side = (path: string) => number | Promise<number>;

/** In the process of one run: reads the file and says on standard output what it took. */
export async function sayWhatItTook(side: Side, path: string): Promise<void> {
  const started = performance.now();
  const count = await side(path);
  const ms = performance.now() - started;
  console.log(JSON.stringify({ count, ms, megabytes: (process.resourceUsage().maxRSS * 1024) / MEGABYTE }));
}

export type Rounds = {
  /** The module of the bench; its `child(side, path)` is called in the process of a run. */
  readonly bench: string;
  readonly path: string;
  readonly runs: number;
  /** Messages in the file; a side that finds another number is no side. */
  readonly expected: number;
};

/** Medians of both sides, which take turns, so that a busy machine slows both. */
export function alternate(rounds: Rounds): { readonly own: Took; readonly other: Took } {
  const [ours, peer]: [Took[], Took[]] = [[], []];
  for (let round = 0; round < rounds.runs; round += 1) {
    ours.push(measure('ours', rounds));
    peer.push(measure('peer', rounds));
  }
  return { own: middle(ours), other: middle(peer) };
}

/** The rows of a comparison of time and memory, with both ratios. */
export function comparison(
  { own, other }: ReturnType<typeof alternate>,
  names: { readonly own: string; readonly other: string },
): { name: string; value: number; unit: string }[] {
  return [
    { name: names.own, value: own.ms, unit: 'ms' },
    { name: names.other, value: other.ms, unit: 'ms' },
    { name: 'ratio: its time by ours', value: other.ms / own.ms, unit: 'times' },
    { name: 'peak memory of handover', value: own.megabytes, unit: 'MB' },
    { name: `peak memory of ${names.other}`, value: other.megabytes, unit: 'MB' },
    { name: 'ratio: its memory by ours', value: other.megabytes / own.megabytes, unit: 'times' },
  ];
}

function measure(side: 'ours' | 'peer', { bench, path, expected }: Rounds): Took {
  const program = `import(${JSON.stringify(bench)}).then(bench => bench.child('${side}', ${JSON.stringify(path)}));`;
  const run = spawnSync(process.execPath, ['--eval', program], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const took = JSON.parse(run.stdout) as Took;
  if (took.count !== expected) throw new Error(`${side}: expected ${expected} messages, found ${took.count}`);
  return took;
}

function middle(all: readonly Took[]): Took {
  return {
    count: all[0]?.count ?? 0,
    ms: median(all.map(({ ms }) => ms)),
    megabytes: median(all.map(({ megabytes }) => megabytes)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
