import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { decodeDocument, encodeDocument, encodeSection } from '../../scripts/bench-document.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const document = readFileSync(join(ROOT, 'docs/benchmarks.md'), 'utf8');
const benches = globSync('bench/*.ts', { cwd: ROOT }).map(path => basename(path, '.ts'));

const MEASURED = { day: '2026-11-27', commit: '241f479', machine: 'one core' };
const section = (file: string, value: number) =>
  encodeSection(
    { file, title: `Of ${file}` },
    { rows: [{ name: 'ratio', value, unit: 'times' }], notes: ['It was quiet.'] },
    MEASURED,
  );

test('docs/benchmarks.md is as `npm run bench` wrote it: nobody edited it by hand', () => {
  assert.ok(decodeDocument(document) !== null, 'run the benchmark of the section that was changed again');
});

test('every benchmark has its section in docs/benchmarks.md, and every section its benchmark', () => {
  assert.ok(benches.length > 0);
  assert.deepEqual([...(decodeDocument(document)?.keys() ?? [])], benches.toSorted());
});

test('any one character changed in a document of benchmarks breaks its seal', () => {
  const sealed = encodeDocument(new Map([['one', section('one', 0.66)]]));
  assert.ok(decodeDocument(sealed) !== null);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === '7' ? '8' : '7'}${sealed.slice(at + 1)}`;
    assert.equal(decodeDocument(changed), null, `at ${at}`);
  }
  assert.equal(decodeDocument(`${sealed}\n`), null);
  assert.equal(decodeDocument(''), null);
});

test('a section that is measured again leaves the others as they were, with their own day and commit', () => {
  const before = new Map([
    ['one', section('one', 0.66)],
    ['two', section('two', 1234.5)],
  ]);
  const again = new Map(decodeDocument(encodeDocument(before))).set('one', section('one', 0.7));
  const after = encodeDocument(again);
  assert.deepEqual(decodeDocument(after)?.get('two'), before.get('two'));
  assert.match(after, /\| ratio \| 0\.7x \|/);
  assert.match(after, /`npm run bench -- two`, 2026-11-27, commit `241f479`\. one core\./);
});
