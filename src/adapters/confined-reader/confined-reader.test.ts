import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ConfinedReader, ReaderEnd } from '#domain/reading/index.ts';
import { detectChat } from '#portable/chat/index.ts';
import { itemInMemory } from '#support/desk-seed.ts';
import { createConfinedReader, READER_LIMITS, type ReaderLimits } from './confined-reader.ts';

const CHAT = Buffer.from('18/09/2026, 19:52 - Jay R: hello\n18/09/2026, 19:53 - Elle: hi\n');

type Answer = { readonly lines: readonly string[]; readonly end: ReaderEnd };

async function answerOf(reader: ConfinedReader, bytes: Uint8Array = CHAT): Promise<Answer> {
  const item = itemInMemory(bytes);
  const about = { name: 'chat.txt', sealedAt: new Date('2026-11-21T00:00:00Z'), dateOrder: null };
  const given = reader.read({ item, ...about });
  const lines: string[] = [];
  for (;;) {
    const { done, value } = await given.next();
    if (done === true) return { lines, end: value };
    lines.push(value);
  }
}

async function linesOf(reader: ConfinedReader, bytes?: Uint8Array): Promise<readonly string[]> {
  const { lines, end } = await answerOf(reader, bytes);
  assert.deepEqual(end, { how: 'complete' });
  return lines;
}

describe('the confined reader', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'handover-hostile-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a hostile program in the place of the reader and gives its last word. */
  async function runHostile(
    code: string,
    limits: ReaderLimits = READER_LIMITS,
  ): Promise<ReaderEnd & { detail?: string }> {
    const program = join(folder, `hostile-${Math.abs(hash(code))}.mjs`);
    writeFileSync(program, code);
    return (await answerOf(createConfinedReader('hostile', limits, program))).end;
  }

  test('reads a chat and ends with the lines of its contract', async () => {
    const lines = await linesOf(createConfinedReader('reader'));
    assert.equal((JSON.parse(lines[0] ?? '') as { messages: number }).messages, 2);
    assert.equal(lines.filter(line => line.startsWith('{"type":"message"')).length, 2);
  });

  test('says with the first line what it took the item for, by its content and by its name', async () => {
    const [head = ''] = await linesOf(createConfinedReader('reader'));
    assert.deepEqual((JSON.parse(head) as { detection: unknown }).detection, detectChat(CHAT, 'chat.txt'));
  });

  test('a message that holds U+2028 or U+2029 is one line of the reading', async () => {
    const bytes = Buffer.from('18/09/2026, 19:52 - Jay R: hel\u2028lo\u2029\n18/09/2026, 19:53 - Elle: hi\n');
    const lines = await linesOf(createConfinedReader('reader'), bytes);
    assert.equal(lines.filter(line => line.startsWith('{"type":"message"')).length, 2);
  });

  test('says that bytes which are no chat are not a known chat', async () => {
    const { end } = await answerOf(createConfinedReader('reader'), Buffer.from('a letter to nobody'));
    assert.ok(end.how === 'not-a-known-chat');
    assert.deepEqual(end.detection, detectChat(Buffer.from('a letter to nobody')));
  });

  for (const [what, code] of Object.entries({
    'read a file': `import { readFileSync } from 'node:fs'; readFileSync('/etc/hostname');`,
    'list a folder': `import { readdirSync } from 'node:fs'; readdirSync('/');`,
    'write a file': `import { writeFileSync } from 'node:fs'; writeFileSync('/tmp/handover-escaped', 'x');`,
    'start a program': `import { execFileSync } from 'node:child_process'; execFileSync('/bin/true');`,
    'start a thread': `import { Worker } from 'node:worker_threads'; new Worker('1', { eval: true });`,
    'open a connection': `import { connect } from 'node:net'; await new Promise((done, fail) => connect(1, '127.0.0.1').on('error', fail).on('connect', done));`,
    'look a name up': `import { lookup } from 'node:dns/promises'; await lookup('handover.example');`,
  })) {
    test(`a hostile reader cannot ${what}`, async () => {
      const answer = await runHostile(
        `try { ${dynamic(code)} console.log('{"type":"end"}'); } catch (error) { console.log(JSON.stringify({ type: 'refused', detail: error.code })); }`,
      );
      assert.deepEqual(answer, { how: 'not-a-known-chat', detail: 'ERR_ACCESS_DENIED', detection: null });
    });
  }

  test('a hostile reader finds an empty environment', async () => {
    const answer = await runHostile(
      `console.log(JSON.stringify({ type: 'refused', detail: Object.keys(process.env).filter(k => k !== 'PWD' && k !== 'OLDPWD' && k !== 'SHLVL' && k !== '_').join() }));`,
    );
    assert.equal(answer.detail, '');
  });

  test('memory outside the JavaScript heap is bounded too', async () => {
    const answer = await runHostile(
      `const held = []; for (let i = 0; i < 200; i++) held.push(Buffer.alloc(16 << 20, 1)); console.log('{"type":"end"}');`,
      { ...READER_LIMITS, memoryMegabytes: 900 },
    );
    assert.equal(answer.how, 'stopped');
  });

  test('a reader that never ends is ended by the processor limit', async () => {
    const answer = await runHostile(`for (;;);`, { ...READER_LIMITS, cpuSeconds: 1 });
    assert.equal(answer.how, 'time');
  });

  test('a reader that talks without end is ended, and nothing of it is kept', async () => {
    const answer = await runHostile(
      `import { writeSync } from 'node:fs'; const line = Buffer.from('x'.repeat(1 << 16) + '\\n'); for (;;) for (let at = 0; at < line.length; ) at += writeSync(1, line, at);`,
    );
    assert.equal(answer.how, 'output');
  });

  test('a reader that waits for ever is ended by the clock on the wall', async () => {
    const answer = await runHostile(`await new Promise(done => setTimeout(done, 1e9));`, {
      ...READER_LIMITS,
      wallMs: 600,
    });
    assert.equal(answer.how, 'time');
  });
});

/** Import statements of the snippets as dynamic imports, so that a refusal can be caught. */
function dynamic(code: string): string {
  return code.replaceAll(/import (\{[^}]+\}) from ('[^']+');/g, 'const $1 = await import($2);');
}

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return value;
}
