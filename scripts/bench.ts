// npm run bench: runs every benchmark beside a peer or a physical limit and writes docs/benchmarks.md.
// Usage: npm run bench [-- NAME ...]   (with names, prints only)
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';

type Result = { rows: { name: string; value: number; unit: string }[]; notes: string[] };
type Benchmark = { name: string; run: () => Promise<Result> };

const ROOT = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const files = globSync('bench/*.ts', { cwd: ROOT })
  .toSorted()
  .filter(file => wanted.length === 0 || wanted.includes(basename(file, '.ts')));

const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}`;

function table({ rows, notes }: Result): string {
  const lines = rows.map(({ name, value, unit }) => `| ${name} | ${value.toPrecision(3)} | ${unit} |`);
  return [
    '| What | Median | Unit |',
    '| --- | --- | --- |',
    ...lines,
    '',
    ...notes.map(note => `- ${note}`),
    '',
  ].join('\n');
}

const sections: string[] = [];
for (const file of files) {
  const { name, run } = (await import(join(ROOT, file))) as Benchmark;
  console.log(`\n${name}`);
  const text = table(await run());
  console.log(text);
  sections.push(`## ${name}\n\n\`npm run bench -- ${basename(file, '.ts')}\`\n\n${text}`);
}
if (wanted.length === 0) {
  const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
    .version;
  const head = `# Benchmarks\n\nMade by \`npm run bench\`, version ${version}. Machine: ${machine}. The machine is shared: only the ratios within one\nrun count. Each figure is a median.\n\n`;
  writeFileSync(join(ROOT, 'docs/benchmarks.md'), head + sections.join('\n'));
}
