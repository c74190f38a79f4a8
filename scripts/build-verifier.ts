// Builds verifier/dist: the one-file program and the one-file page. The same sources give the same bytes.
// Usage: node scripts/with-node.mjs scripts/build-verifier.ts
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'verifier', 'dist');

/** The files of verifier/dist by name. */
export type BuiltVerifier = Record<'handover-verify.mjs' | 'handover-verify.html', string>;

const BANNER = `#!/usr/bin/env node
// handover-verify: checks Handover bundles and receipts with nobody's help. Any Node.js from 20, nothing to install.
// Built from the verifier folder of the Handover project, where its sources and its licence (MIT) are.`;

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  charset: 'ascii',
  legalComments: 'inline',
  logLevel: 'silent',
};

async function bundled(options: BuildOptions): Promise<string> {
  const result = await build({ ...SHARED, ...options });
  return result.outputFiles?.[0]?.text ?? '';
}

/** Builds both files in memory. */
export async function buildVerifier(): Promise<BuiltVerifier> {
  const program = await bundled({
    entryPoints: ['verifier/main.ts'],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: BANNER },
  });
  return { 'handover-verify.mjs': program, 'handover-verify.html': await buildPage() };
}

async function buildPage(): Promise<string> {
  const script = await bundled({
    entryPoints: ['verifier/page/main.ts'],
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  const style = readFileSync(join(ROOT, 'verifier/page/page.css'), 'utf8');
  const page = readFileSync(join(ROOT, 'verifier/page/page.html'), 'utf8');
  if (/<\/script|<!--/i.test(script)) throw new Error('The script would end its own element.');
  return page
    .replace('{{script-hash}}', () => hashSource(script))
    .replace('{{style-hash}}', () => hashSource(style))
    .replace('{{style}}', () => style)
    .replace('{{script}}', () => script);
}

/** A source expression of a content security policy for one inline element. */
function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (import.meta.main) {
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of Object.entries(await buildVerifier())) {
    writeFileSync(join(DIST, name), text);
    console.log(`verifier/dist/${name}, ${Math.round(text.length / 1000)} KB`);
  }
}
