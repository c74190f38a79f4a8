// Begins a new chat format: folder, stubs, vectors, page, and its entry in the list of formats.
// Usage: npm run new:chat-format NAME   (NAME such as acme-json: the app, then what the file is)
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf, type FormatNames, namesOf } from './chat-format-templates.ts';

const ROOT = join(import.meta.dirname, '..');
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const LONGEST_NAME = 40;

const READING = 'src/portable/chat/reading.ts';
const FORMATS = 'src/portable/chat/formats.ts';

/** Puts text before the first place behind `anchor` where `mark` stands. A list that looks otherwise is a change to make here. */
function inserted(text: string, anchor: string, mark: string, put: string): string {
  const from = text.indexOf(anchor);
  const at = from < 0 ? -1 : text.indexOf(mark, from);
  if (at < 0)
    throw new Error(`"${anchor}" … "${mark}" was not found: scripts/new-chat-format.ts is out of date.`);
  return text.slice(0, at) + put + text.slice(at);
}

function withType(text: string, { name }: FormatNames): string {
  return inserted(text, 'export type ChatFormat =', ';', `\n  | '${name}'`);
}

function withEntry(text: string, { name, pascal, upper }: FormatNames): string {
  const entry = `  {
    format: '${name}',
    title: '${name} (write its title here)',
    basis: 'documentation-only',
    reader: ${upper}_READER,
    sniff: sniff${pascal},
    read: source => read${pascal}(source),
  },
`;
  const imports = `import { read${pascal}, ${upper}_READER } from './${name}/read.ts';
import { sniff${pascal} } from './${name}/sniff.ts';
`;
  return inserted(inserted(text, 'export const FORMATS', '];', entry), '', '\n/**', imports);
}

function nextSteps({ name }: FormatNames): string {
  return `
Next, in this order (CONTRIBUTING.md, "Add a chat format", says why):

  1. See the one test that fails:  node scripts/test.mjs fast chat/vectors
  2. vectors/chat/${name}/ok/first-message.json: a small invented export, one piece of "source" a span.
  3. src/portable/chat/${name}/sniff.ts: what only this export has; each sign has its sentence in src/portable/chat/detection/signs.ts.
  4. src/portable/chat/${name}/read.ts: yield a ChatRecord for each message, in file order.
  5. Vectors in ok and bad, a bad one for each doubt and refusal; new doubts in src/portable/chat/doubts.ts.
  6. A round trip from a generator (telegram/round-trip.prop.test.ts shows how), and pieces of the format in
     src/portable/chat/hostile-bytes.prop.test.ts and linear-work.test.ts.
  7. docs/formats/chat-${name}.md, and its line in docs/formats/reading.md.
  8. The title and basis in src/portable/chat/formats.ts; npm run build makes the verifier anew.
`;
}

/** What is wrong with the name; null when it can be used. */
function problemWith(name: string | undefined): string | null {
  if (name === undefined || name.length > LONGEST_NAME || !NAME.test(name))
    return 'Give a name of small letters and digits with a hyphen, such as acme-json: npm run new:chat-format acme-json';
  const isThere =
    existsSync(join(ROOT, 'src/portable/chat', name)) || existsSync(join(ROOT, 'vectors/chat', name));
  const isListed = readFileSync(join(ROOT, FORMATS), 'utf8').includes(`format: '${name}'`);
  return isThere || isListed ? `There is a format ${name} already.` : null;
}

function change(path: string, by: (text: string) => string): void {
  const text = readFileSync(join(ROOT, path), 'utf8');
  writeFileSync(join(ROOT, path), by(text));
  console.log(`changed  ${path}`);
}

function begin(name: string): void {
  const names = namesOf(name);
  for (const [path, text] of filesOf(names)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`written  ${path}`);
  }
  const isKnown = readFileSync(join(ROOT, READING), 'utf8').includes(`| '${name}'`);
  if (!isKnown) change(READING, text => withType(text, names));
  change(FORMATS, text => withEntry(text, names));
  console.log(nextSteps(names));
}

const [name] = process.argv.slice(2);
const problem = problemWith(name);
if (problem !== null) {
  console.error(problem);
  process.exitCode = 1;
} else begin(name as string);
