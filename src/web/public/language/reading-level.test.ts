import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isHtml, renderHtml } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';

const WEB = join(import.meta.dirname, '..', '..');
/** The longest sentence, in words: what a worried person still takes in at one reading. */
const MOST_WORDS = 25;

/** Longer sentences by how they begin, each with the reason why it may be. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

type Catalogued = { in(language: Language): unknown };

function isCatalogue(value: unknown): value is Catalogued {
  return typeof value === 'object' && value !== null && 'in' in value && typeof value.in === 'function';
}

/** Every text of a catalogue; what functions say, they say of short words. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (isHtml(words)) return [renderHtml(words).replaceAll(/<[^>]+>/g, ' ')];
  if (typeof words === 'function') return textsOf(said(words as (...of: unknown[]) => unknown));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

/** What a function says; nothing when it is not of words. */
function said(words: (...of: unknown[]) => unknown): unknown {
  try {
    return words(...Array.from({ length: words.length }, () => 'word'));
  } catch {
    return '';
  }
}

function longSentences(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?:;])\s/)
    .filter(sentence => sentence.split(' ').filter(word => /\p{L}/u.test(word)).length > MOST_WORDS);
}

test(`no sentence of the public pages has more than ${MOST_WORDS} words, but for those that say why`, async () => {
  const files = globSync('{public,ui}/**/*words.ts', { cwd: WEB });
  const modules = await Promise.all(
    files.map(file => import(join(WEB, file)) as Promise<Record<string, unknown>>),
  );
  const catalogues = modules.flatMap(module => Object.values(module)).filter(isCatalogue);
  assert.ok(catalogues.length > 20, `${catalogues.length} catalogues seen`);
  const texts = catalogues.flatMap(words => textsOf(words.in('en')));
  assert.ok(texts.length > 400, `${texts.length} texts seen`);
  const long = texts.flatMap(longSentences);
  const unexplained = long.filter(
    sentence => !Object.keys(EXCEPTIONS).some(begin => sentence.startsWith(begin)),
  );
  assert.deepEqual([...new Set(unexplained)], []);
});
