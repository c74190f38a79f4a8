// docs/benchmarks.md as `npm run bench` writes it: a head, one section a benchmark, and a seal over all of it.
import { createHash } from 'node:crypto';

/** One figure: the median of its runs. The unit `times` marks a ratio to a peer or a limit of the same run. */
export type Row = { readonly name: string; readonly value: number; readonly unit: string };

/** What a benchmark gives back. `notes` are whole sentences. */
export type Result = { readonly rows: readonly Row[]; readonly notes: readonly string[] };

/** Where and of what a section was measured. `commit` is the short hash, with `+changes` when the tree was not clean. */
export type Measured = { readonly day: string; readonly commit: string; readonly machine: string };

/** The sections by the name of their bench file. */
export type Sections = ReadonlyMap<string, string>;

const HEAD = `# Benchmarks

Written by \`npm run bench\` (all) or \`npm run bench -- NAME\` (one section); the last line is a seal, and a test fails
when anything here was changed by hand. Machines are shared and differ: only the ratios within one section count, because
both sides of each were measured in turn in the same run. Every figure is a median. Of speeds a ratio above 1x means
that Handover is faster than the peer or limit.
`;

const COMMAND = /^`npm run bench -- ([a-z0-9-]+)`/m;
const SEAL = /^<!-- sha256 of all above: ([0-9a-f]{64}) -->\n$/;
const SEAL_BYTES = '<!-- sha256 of all above:  -->\n'.length + 64;

/** One section. */
export function encodeSection(
  { file, title }: { file: string; title: string },
  { rows, notes }: Result,
  { day, commit, machine }: Measured,
): string {
  const lines = rows.map(row => `| ${row.name} | ${shown(row)} |`);
  return [
    `## ${title}`,
    '',
    `\`npm run bench -- ${file}\`, ${day}, commit \`${commit}\`. ${machine}.`,
    '',
    '| What | Median |',
    '| --- | --- |',
    ...lines,
    '',
    ...notes.map(note => `- ${note}`),
    '',
  ].join('\n');
}

/** `0.66x` for a ratio; otherwise three figures and the unit. */
function shown({ value, unit }: Row): string {
  const digits = String(Number(value.toPrecision(value >= 1000 ? 4 : 3)));
  return unit === 'times' ? `${digits}x` : `${digits} ${unit}`;
}

/** The whole document: sections in the order of their names, then the seal. */
export function encodeDocument(sections: Sections): string {
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const body = `${[HEAD, ...sorted].join('\n')}\n`;
  return `${body}<!-- sha256 of all above: ${digest(body)} -->\n`;
}

/** The sections of a document, or null when its seal does not fit: it was changed by hand. */
export function decodeDocument(document: string): Sections | null {
  const body = document.slice(0, -SEAL_BYTES);
  if (SEAL.exec(document.slice(-SEAL_BYTES))?.[1] !== digest(body)) return null;
  const parts = body.split(/^(?=## )/m).slice(1);
  return new Map(parts.map(text => [COMMAND.exec(text)?.[1] ?? '', `${text.trimEnd()}\n`]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
