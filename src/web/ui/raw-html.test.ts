import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../../..');
const KIT = 'src/web/ui/';
/** Files of the kit that may declare a string to be markup; each one more is a place where escaping can be lost. */
const MAKERS = ['src/web/ui/govuk/macros.ts', 'src/web/ui/html-value.ts', 'src/web/ui/html.ts'];
const TESTS = /\.(?:test|slow)\.ts$/;

/** Tells whether a source could make markup from a raw string: by the function's name, or by the module it lives in. */
function makesRawHtml(source: string): boolean {
  return /\brawHtml\b/.test(source) || /from\s+['"][^'"]*html-value/.test(source);
}

test('only the kit can make markup from a raw string, and there only its three makers do', () => {
  const files = globSync('{src,verifier,scripts,test,bench}/**/*.{ts,mjs,js}', { cwd: ROOT }).map(file =>
    file.replaceAll('\\', '/'),
  );
  const sources = new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));
  assert.ok(files.length > 60, `only ${files.length} files were read`);
  const outside = [...sources].filter(([file, source]) => !file.startsWith(KIT) && makesRawHtml(source));
  assert.deepEqual(
    outside.map(([file]) => file),
    [],
  );
  const makers = [...sources].filter(
    ([file, source]) => file.startsWith(KIT) && !TESTS.test(file) && /\brawHtml\(/.test(source),
  );
  assert.deepEqual(makers.map(([file]) => file).sort(), MAKERS);
});

test('nobody outside the kit writes tags into a string, past the template', () => {
  const files = globSync('src/web/**/*.ts', { cwd: ROOT }).filter(
    file => !file.startsWith(KIT) && !TESTS.test(file),
  );
  const found = files.filter(file =>
    /(?<!html)`\s*<[a-z]|['"]<(?:[a-z]+[ >]|\/)/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  assert.deepEqual(found, []);
  assert.match('const a = `<p>${x}</p>`', /(?<!html)`\s*<[a-z]|['"]<(?:[a-z]+[ >]|\/)/);
});

test('the check of raw markup catches a planted import', () => {
  assert.equal(makesRawHtml(`import { rawHtml as safe } from '#web/ui/html-value.ts';`), true);
  assert.equal(makesRawHtml(`import * as x from "../ui/html-value.ts";`), true);
  assert.equal(makesRawHtml(`import { html } from '#web/ui/index.ts';`), false);
});

test('the kit exports no way to make markup from a raw string', async () => {
  const kit: Record<string, unknown> = await import('./index.ts');
  assert.ok(Object.keys(kit).length > 15);
  assert.equal('rawHtml' in kit, false);
});
