import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRead } from './read.ts';

const FILES: Record<string, Uint8Array> = {
  'chat.txt': new TextEncoder().encode(
    'stray\n27/03/2022, 21:41 - Mina: hello\n27/03/2022, 21:42 - Jo\u202eevil\x1b[2J: hi\n28/03/2022, 09:00 - Mina: bye\n',
  ),
  'empty.txt': new Uint8Array(0),
  'picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
};

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runRead(args, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    readFile: async path => {
      const bytes = FILES[path];
      if (!bytes) throw Object.assign(new Error('no'), { code: path === 'folder' ? 'EISDIR' : 'ENOENT' });
      return bytes;
    },
  });
  return { code, out, err };
}

test('the report says what was detected, counts, period, speakers, order, zone, doubts and unread spans', async () => {
  const { code, out } = await run('chat.txt');
  assert.equal(code, 0);
  for (const part of [
    'WhatsApp text export, confidence fair',
    '3: 3 text',
    '2022-03-27T21:41 to 2022-03-28T09:00',
    'Mina (2)',
    'Order day, month, year: certain.',
    'Its time',
    '[zone-not-stated]',
    'bytes 0 to 6 (6)',
  ]) {
    assert.ok(out.includes(part), `${part} is not in:\n${out}`);
  }
});

test('the report shows control and direction characters of a name instead of obeying them', async () => {
  const { out } = await run('chat.txt');
  assert.ok(out.includes('Jo<U+202E>evil<U+001B>[2J (1)'));
  assert.doesNotMatch(out, /[\x1b\u202e]/);
});

test('--json writes one JSON value a line, the reading first', async () => {
  const { code, out } = await run('--json', 'chat.txt');
  const lines = out.trimEnd().split('\n');
  assert.equal(code, 0);
  assert.equal(lines.length, 5);
  assert.deepEqual(
    lines.map(line => (JSON.parse(line) as { type: string }).type),
    ['reading', 'message', 'message', 'message', 'unread'],
  );
});

test('--sealed-at rules later dates out', async () => {
  const { code, out } = await run('--sealed-at', '2022-03-27T22:00:00Z', 'chat.txt');
  assert.equal(code, 0);
  assert.ok(out.includes('certain'));
  assert.equal((await run('--sealed-at', 'soon', 'chat.txt')).code, 2);
  assert.equal((await run('chat.txt', '--sealed-at')).code, 2);
});

test('what cannot be read is said in a sentence, with an exit code', async () => {
  const cases = [
    [['empty.txt'], 1, /empty: it has no bytes/],
    [['picture.txt'], 1, /a picture, not the text of a chat/],
    [['missing.txt'], 2, /There is no such file: missing.txt/],
    [['folder'], 2, /This is a folder, not a file: folder/],
    [[], 2, /Say which file to read/],
    [['chat.txt', 'empty.txt'], 2, /one file at a time/],
    [['--fast', 'chat.txt'], 2, /no option --fast/],
  ] as const;
  for (const [args, expected, sentence] of cases) {
    const { code, out, err } = await run(...args);
    assert.equal(code, expected, args.join(' '));
    assert.match(err, sentence);
    assert.equal(out, '');
  }
});

test('--help explains the command and reads nothing', async () => {
  const { code, out } = await run('missing.txt', '--help');
  assert.equal(code, 0);
  assert.match(out, /Usage: handover read FILE/);
});
