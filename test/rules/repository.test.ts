import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');

function tracked(): string[] {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.stdout.split('\0').filter(Boolean);
  assert.ok(files.length > 100, 'the check must have seen the repository');
  return files;
}

const TEXT = /\.(ts|mjs|js|md|json|sql|scss|css|html|txt|yml|yaml)$/;
const texts = tracked().filter(
  file => TEXT.test(file) && !file.startsWith('.ci/') && file !== 'test/rules/repository.test.ts',
);
const contents = new Map(texts.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));

function holding(pattern: RegExp, among: (file: string) => boolean = () => true): string[] {
  return [...contents].filter(([file, text]) => among(file) && pattern.test(text)).map(([file]) => file);
}

test('nothing outside .ci refers to a folder beside the repository', () => {
  assert.deepEqual(holding(/\.\.\/shared\b/), []);
});

test('no file names a path of somebody’s machine', () => {
  assert.deepEqual(holding(/\/work\/|\/Users\/[a-z]|\/root\/[a-z]/), []);
});

test('the lock file names no host to download from', () => {
  assert.doesNotMatch(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'), /"resolved": "https?:/);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  assert.ok(all.length > 20);
  assert.deepEqual(
    all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  );
});

test('no file has a name that says nothing', () => {
  const empty = /^(utils?|helpers?|common|misc|manager|services?|types)(\.|$)/;
  assert.deepEqual(
    tracked().filter(file => file.split('/').some(part => empty.test(part))),
    [],
  );
});

test('telephone numbers in examples are from the ranges kept for drama', () => {
  // Fixed lines of helplines and the emergency number are the only real ones.
  const mobiles = /(?<![\d.])(?:\+44 ?|0)7\d{3} ?\d{6}(?!\d)/g;
  const real = [...contents]
    .filter(([file]) => /^(src\/cli\/demo-world|src\/web|docs|vectors\/chat|test)\//.test(file))
    .flatMap(([file, text]) => [...text.matchAll(mobiles)].map(match => `${file}: ${match[0]}`))
    .filter(found => !/7700 ?900\d{3}/.test(found));
  assert.deepEqual(real, []);
});

test('every test file asserts something', () => {
  const silent = [...contents]
    .filter(([file, text]) => /\.(test|slow)\.ts$/.test(file) && !/assert|fc\./.test(text))
    .map(([file]) => file);
  assert.deepEqual(silent, []);
});

test('at most 30 pictures are kept, none of them large', () => {
  const pictures = tracked().filter(file => /\.(png|jpe?g|gif|webp)$/.test(file));
  assert.ok(pictures.length <= 30, `${pictures.length} pictures`);
  assert.deepEqual(
    pictures.filter(file => readFileSync(join(ROOT, file)).length > 1_500_000).map(file => basename(file)),
    [],
  );
});
