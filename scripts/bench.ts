// npm run bench: runs every benchmark beside a peer or a physical limit and writes docs/benchmarks.md.
// Usage: npm run bench [-- [--print] NAME ...]   NAME replaces that section alone; --print writes nothing
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { decodeDocument, encodeDocument, encodeSection } from './bench-document.ts';
import type { Measured, Result } from './bench-document.ts';

type Benchmark = { name: string; run: () => Promise<Result> };

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs/benchmarks.md');
const given = process.argv.slice(2);
const wanted = given.filter(name => name !== '--print');
const all = globSync('bench/*.ts', { cwd: ROOT })
  .map(path => basename(path, '.ts'))
  .toSorted();

function git(...args: string[]): string {
  return spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
}

/** The sections written before count as changes to nothing that is measured. */
function commit(): string {
  const changes = git('status', '--porcelain', '--', '.', ':!docs/benchmarks.md');
  return `${git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : '+changes'}`;
}

function machine(loadBefore: number): string {
  const [cpu] = cpus();
  const load = `load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after`;
  return `${cpus().length} cores of ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}, ${load}`;
}

async function section(file: string): Promise<string> {
  const { name: title, run } = (await import(join(ROOT, 'bench', `${file}.ts`))) as Benchmark;
  console.log(`\n${file} ...`);
  const loadBefore = loadavg()[0] ?? 0;
  const result = await run();
  const measured: Measured = {
    day: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine(loadBefore),
  };
  return encodeSection({ file, title }, result, measured);
}

/** Written after each section, so that a run which is cut short keeps what it has measured. */
function write(file: string, text: string): void {
  const sections = new Map(decodeDocument(readFileSync(DOCUMENT, 'utf8')) ?? []);
  for (const known of sections.keys()) if (!all.includes(known)) sections.delete(known);
  writeFileSync(DOCUMENT, encodeDocument(sections.set(file, text)));
}

const unknown = wanted.filter(name => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(1);
}
for (const file of wanted.length === 0 ? all : wanted) {
  const text = await section(file);
  console.log(text);
  if (!given.includes('--print')) write(file, text);
}
