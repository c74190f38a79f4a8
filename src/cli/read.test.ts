import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAT_FORMATS, sourceOf } from '../portable/chat/index.ts';
import { runRead } from './read.ts';

const FILES: Record<string, Uint8Array> = {
  'chat.txt': new TextEncoder().encode(
    'stray\n27/03/2022, 21:41 - Mina: hello\n27/03/2022, 21:42 - Jo\u202eevil\x1b[2J: hi\n28/03/2022, 09:00 - Mina: bye\n',
  ),
  'open.txt': new TextEncoder().encode('04/05/2026, 10:00 - Mina: hello\n04/05/2026, 10:01 - Jo: hi\n'),
  'sms.xml': new TextEncoder().encode(
    '<?xml version="1.0"?><smses count="1"><sms protocol="0" address="07700 900417" date="1789762222000" type="1" body="hi" read="1" status="-1" readable_date="x" contact_name="Elle" /></smses>',
  ),
  'empty.txt': new Uint8Array(0),
  'picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
};

/** A reading of chat.txt as another version of the reader might have written it. */
async function olderReading(): Promise<Uint8Array> {
  const { out } = await run('--json', 'chat.txt');
  const lines = out.trimEnd().split('\n').filter(line => !line.includes('"body":"bye"')); // prettier-ignore
  const text = lines
    .join('\n')
    .replace('"body":"hello"', '"body":"hullo\u202e"')
    .replace('whatsapp-text/3', 'whatsapp-text/0');
  return new TextEncoder().encode(`${text}\n`);
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runRead(args, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    openFile: path => {
      const bytes = FILES[path];
      const code = path === 'folder' ? 'EISDIR' : 'ENOENT';
      if (!bytes) throw Object.assign(new Error('no'), { code, syscall: 'open' });
      return { ...sourceOf(bytes, 7), close: () => undefined };
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

test('--against says what an older reading of the same file has otherwise, and shows no control characters', async () => {
  FILES['old.jsonl'] = await olderReading();
  const { code, out } = await run('--against', 'old.jsonl', 'chat.txt');
  assert.equal(code, 0);
  for (const part of [
    'whatsapp-text/0 (old), whatsapp-text/3 (new)',
    'The two readings differ.',
    '1 unchanged, 1 changed, 0 only in the old reading, 1 only in the new',
    'By key: body 1',
    'message 1, bytes 6 to 38',
    'body: "hullo<U+202E>" → "hello"',
    'message 3, bytes ',
  ])
    assert.ok(out.includes(part), `${part} is not in:\n${out}`);
  const json = await run('--against', 'old.jsonl', '--json', 'chat.txt');
  assert.equal((JSON.parse(json.out) as { messages: { changed: number } }).messages.changed, 1);
});

test('--against says so when nothing differs, and refuses what is no reading of this file', async () => {
  FILES['same.jsonl'] = new TextEncoder().encode((await run('--json', 'chat.txt')).out);
  FILES['other.jsonl'] = new TextEncoder().encode('{}\n');
  const bigger = new TextDecoder().decode(FILES['same.jsonl']).replace(/"bytes":\d+/, '"bytes":5');
  FILES['bigger.jsonl'] = new TextEncoder().encode(bigger);
  assert.match((await run('--against', 'same.jsonl', 'chat.txt')).out, /The two readings are the same/);
  const cases = [
    ['other.jsonl', /The old reading cannot be used: line 1 does not begin with/],
    ['bigger.jsonl', /is of another file: their sizes are 5 bytes and /],
    ['missing.jsonl', /There is no such file: missing.jsonl/],
  ] as const;
  for (const [file, sentence] of cases) {
    const { code, out, err } = await run('chat.txt', '--against', file);
    assert.match(err, sentence);
    assert.equal(code, 2);
    assert.equal(out, '');
  }
  assert.match((await run('chat.txt', '--against')).err, /After --against, give/);
});

test('an order of dates can be declared where the file leaves it open, and is said when it is none', async () => {
  const { out } = await run('--json', 'open.txt', '--date-order', 'MDY');
  assert.match(out, /"written":"2026-04-05T10:00"/);
  assert.match((await run('--json', 'open.txt', '--date-order', 'DMY')).out, /"written":"2026-05-04T10:00"/);
  const wrong = await run('open.txt', '--date-order', 'dmy');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /^After --date-order, give DMY, MDY, YMD or YDM\./);
});

test('help lists every format, and marks those that were built from documentation alone', async () => {
  const { out } = await run('--help');
  for (const { title, basis } of CHAT_FORMATS) {
    const line = out.split('\n').find(known => known.includes(`- ${title}`));
    assert.equal(line?.endsWith(' *'), basis === 'documentation-only', title);
  }
});

test('the report says of a format that was built from documentation alone that no real export was read with it', async () => {
  const said = /Built from descriptions of this format alone\. No real export was read with it yet\./;
  assert.match((await run('sms.xml')).out, said);
  assert.doesNotMatch((await run('chat.txt')).out, said);
});

test('a file that fails while it is read is said, and what was opened is closed', async () => {
  let err = '';
  let closed = 0;
  const bytes = FILES['chat.txt'] as Uint8Array;
  const failing = {
    size: bytes.length,
    read(at: number, into: Uint8Array) {
      if (at > 40) throw Object.assign(new Error('no'), { code: 'EIO', syscall: 'read' });
      return sourceOf(bytes).read(at, into.subarray(0, 20));
    },
    close: () => void (closed += 1),
  };
  const code = await runRead(['chat.txt'], {
    stdout: { write: () => undefined },
    stderr: { write: (text: string) => (err += text) },
    openFile: () => failing,
  });
  assert.deepEqual([code, err, closed], [2, 'This file cannot be read: chat.txt\n', 1]);
});
