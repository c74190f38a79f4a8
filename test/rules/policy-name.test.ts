import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { howToCheck } from '../../src/portable/bundle/how-to-check.ts';
import { HELP } from '../../verifier/arguments.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Every place that tells somebody how to check. */
const PLACES: [string, string][] = [
  ...[
    'README.md',
    'docs/architecture.md',
    'docs/formats/log.md',
    'docs/formats/bundle.md',
    'docs/formats/receipt.md',
    'src/web/demo/app.ts',
    'src/web/demo/demo-page.ts',
    'src/web/police/submission/bundles.ts',
    'src/processes/supervisor.ts',
    'verifier/page/page.html',
  ].map((path): [string, string] => [path, readFileSync(join(ROOT, path), 'utf8')]),
  ['HOW-TO-CHECK.txt', new TextDecoder().decode(howToCheck('NAME'))],
  ['handover-verify --help', HELP],
];

test("the force's policy has one name wherever somebody is told to use it: force.tlog-policy", () => {
  for (const [place, text] of PLACES) {
    assert.ok(text.includes('force.tlog-policy'), `${place} does not name it`);
    const others = [...text.matchAll(/[\w-]+\.tlog-policy|force-policy/g)].map(([name]) => name);
    assert.deepEqual(new Set(others), new Set(['force.tlog-policy']), place);
  }
});
