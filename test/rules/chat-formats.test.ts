import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FORMATS } from '../../src/portable/chat/formats.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = readdirSync(join(ROOT, 'docs', 'formats'))
  .filter(name => name.startsWith('chat-'))
  .map(name => ({ name, text: readFileSync(join(ROOT, 'docs', 'formats', name), 'utf8') }));

describe('the pages about chat formats', () => {
  for (const { format, basis } of FORMATS)
    test(`describe ${format}, and say so where no real export of it was ever read`, () => {
      const about = PAGES.filter(({ text }) => text.split('\n', 1)[0]!.includes(`\`${format}\``));
      assert.equal(about.length, 1, 'exactly one page has the format in its heading');
      if (basis === 'documentation-only')
        assert.match(about[0]!.text.split('\n## ', 1)[0]!, /`documentation-only`/);
    });

  for (const { name, text } of PAGES)
    test(`${name} says what is not known`, () => {
      const [, unknown = ''] = text.split(/^## What is not known$/m);
      assert.ok(unknown.trim().length > 100);
    });
});
