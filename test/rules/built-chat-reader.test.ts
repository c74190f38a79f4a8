import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildChatReader } from '../../scripts/build-chat-reader.ts';
import { CHAT_LIBRARY } from '#adapters/confined-reader/built-files.ts';

test('the built chat reader is what the sources in the tree build: when it is stale, run npm run build', async () => {
  for (const [name, text] of Object.entries(await buildChatReader())) {
    const committed = readFileSync(join(dirname(CHAT_LIBRARY), name), 'utf8');
    assert.ok(committed === text, `confined-reader/built/${name} is stale: npm run build`);
  }
});

test('the built chat reader asks for no file but its library, and for nothing of the system but reading and writing what is open', () => {
  const wanted = ['reader-program.mjs', 'chat.mjs'].flatMap(name => {
    const text = readFileSync(join(dirname(CHAT_LIBRARY), name), 'utf8');
    assert.doesNotMatch(text, /\brequire\(|\bimport\(|\bfetch\(|process\.env/);
    return [...text.matchAll(/\bfrom "([^"]+)"/g)].map(([, module]) => module);
  });
  assert.deepEqual([...new Set(wanted)].toSorted(), ['./chat.mjs', 'node:fs']);
});
