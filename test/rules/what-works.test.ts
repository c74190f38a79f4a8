import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');
const LINE = /^- ([a-z]+-\d\d) (.+?): (absent|partial|works)(?: — (.+))?$/;

function promises() {
  const lines = readFileSync(join(ROOT, 'docs/what-works.md'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('- '));
  return lines.map(line => {
    const match = LINE.exec(line);
    assert.ok(match, `not a line of the agreed form: ${line}`);
    return { id: match[1] ?? '', state: match[3] ?? '', shown: (match[4] ?? '').split('; ').filter(Boolean) };
  });
}

/** What a reference names must be there: a script, a file, or a test of that title in that file. */
function isThere(reference: string): boolean {
  const scripts = (
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  ).scripts;
  const script = /^npm (?:run )?([a-z:]+)$/.exec(reference)?.[1];
  if (script !== undefined) return script in scripts;
  const [file = '', title] = reference.split('#');
  if (!existsSync(join(ROOT, file))) return false;
  return title === undefined || readFileSync(join(ROOT, file), 'utf8').includes(title);
}

test('every line that says "works" names something that is there', () => {
  const works = promises().filter(line => line.state === 'works');
  assert.ok(works.length > 0);
  for (const { id, shown } of works) {
    assert.ok(shown.length > 0, `${id} says "works" and shows nothing`);
    for (const reference of shown)
      assert.ok(isThere(reference), `${id} names ${reference}, which is not there`);
  }
});

test('the lines of what works are numbered once each', () => {
  const ids = promises().map(line => line.id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length >= 40);
});
