// Builds src/adapters/confined-reader/built: the chat readers as one file, and the program that runs them confined.
// The same sources give the same bytes. Usage: node scripts/with-node.mjs scripts/build-chat-reader.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'src', 'adapters', 'confined-reader', 'built');
const LIBRARY = 'chat.mjs';

/** The files of confined-reader/built by name. */
export type BuiltChatReader = Record<'chat.mjs' | 'reader-program.mjs', string>;

/** The program takes the readers from the file beside it: they are in the repository once. */
const libraryBeside: Plugin = {
  name: 'library-beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /portable\/chat\/index\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: `./${LIBRARY}`, external: true },
    ),
};

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  charset: 'ascii',
  legalComments: 'inline',
  logLevel: 'silent',
  format: 'esm',
  platform: 'node',
  target: 'node26',
};

async function bundled(from: string, plugins: Plugin[] = []): Promise<string> {
  const banner = { js: `// Built from ${from} and what it imports by scripts/build-chat-reader.ts.` };
  const result = await build({ ...SHARED, entryPoints: [from], banner, plugins });
  const text = result.outputFiles?.[0]?.text;
  if (text === undefined) throw new Error(`Nothing was built from ${from}.`);
  return text;
}

/** Builds both files in memory. */
export async function buildChatReader(): Promise<BuiltChatReader> {
  return {
    'chat.mjs': await bundled('src/portable/chat/index.ts'),
    'reader-program.mjs': await bundled('src/adapters/confined-reader/reader-program.ts', [libraryBeside]),
  };
}

if (import.meta.main) {
  mkdirSync(BUILT, { recursive: true });
  for (const [name, text] of Object.entries(await buildChatReader())) {
    writeFileSync(join(BUILT, name), text);
    console.log(`confined-reader/built/${name}, ${Math.round(text.length / 1000)} KB`);
  }
}
