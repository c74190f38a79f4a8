import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import {
  createConfinedReader,
  READER_LIMITS,
  type ReaderLimits,
} from '#adapters/confined-reader/confined-reader.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { PutOff } from '#domain/put-off.ts';
import { readNext } from '#domain/reading/index.ts';
import {
  decodeReadingLine,
  encodeReadingLines,
  readChat,
  type Span,
  tilesExactly,
} from '#portable/chat/index.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from(
  Array.from(
    { length: 400 },
    (_, n) => `12/03/2026, 21:${String(n % 60).padStart(2, '0')} - ${n % 2 ? 'Kit' : 'Freya'}: line ${n}\n`,
  ).join(''),
);

/** What a reader does when it has written this much of a true reading. */
const LIMITS: Readonly<
  Record<string, { readonly after: string; readonly limits: Partial<ReaderLimits>; readonly why: RegExp }>
> = {
  'holds more memory outside of the heap than it may': {
    after:
      'const held = []; for (;;) held.push(new ArrayBuffer(1 << 24)), new Uint8Array(held.at(-1)).fill(1);',
    limits: { memoryMegabytes: 900 },
    why: /used more memory than it may/,
  },
  'works longer than it may': {
    after: 'for (;;);',
    limits: { cpuSeconds: 1 },
    why: /took longer than it may/,
  },
};

describe('a reading that reached a limit', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  async function readPartly(what: string, kept: number): Promise<void> {
    const read = readChat(CHAT);
    assert.ok(read.ok);
    const lines = [...encodeReadingLines(read.reading)].slice(0, kept + 2);
    const program = join(spine.folder, `${what.replaceAll(' ', '-')}.mjs`);
    writeFileSync(
      program,
      `import { writeSync } from 'node:fs'; const bytes = Buffer.from(${JSON.stringify(`${lines.join('\n')}\n`)});
       for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at); ${LIMITS[what]!.after}`,
    );
    const done = await readNext({
      store: createReadingStore(spine.database.pool('handover_worker')),
      reader: createConfinedReader(what, { ...READER_LIMITS, ...LIMITS[what]!.limits }, program),
      blobs: createDiskStore(join(spine.folder, 'store')),
      opener: createEvidenceOpener({
        identities: [spine.keys.evidenceIdentity],
        recipients: [spine.keys.evidenceRecipient],
      }),
      putOff: new PutOff(() => new Date()),
    });
    assert.equal(done, true);
  }

  for (const [what, { why }] of Object.entries(LIMITS)) {
    test(`because it ${what} keeps what was read, says so, and its lines tile the file`, async () => {
      if (Object.keys(LIMITS)[0] === what) {
        await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
        while (await spine.steps.seal());
      }
      await readPartly(what, 250);
      const owner = spine.database.pool('owner');
      const { rows } = await owner.query<{
        id: Buffer;
        state: string;
        partial: boolean;
        messages: number;
        summary: string;
      }>('select id, state, partial, messages, summary from handover.readings where reader = $1', [what]);
      const [reading] = rows;
      assert.deepEqual([reading?.state, reading?.partial, reading?.messages], ['read', true, 250]);
      const head = JSON.parse(reading?.summary ?? '') as {
        messages: number;
        unreadBytes: number;
        speakers: { messages: number }[];
        doubts: { code: string; sentence: string }[];
      };
      assert.equal(head.messages, 250);
      assert.deepEqual(
        head.speakers.map(({ messages }) => messages),
        [125, 125],
      );
      const doubt = head.doubts.find(({ code }) => code === 'reading-stopped');
      assert.match(doubt?.sentence ?? '', /250 of 400 messages are shown/);
      assert.match(doubt?.sentence ?? '', why);
      const { rows: lines } = await owner.query<{ line: string; raw: Buffer | null }>(
        'select line, raw from handover.reading_lines where reading_id = $1 order by seq',
        [reading?.id],
      );
      const spans: Span[] = [];
      for (const { line, raw } of lines) {
        const decoded = decodeReadingLine(line);
        assert.ok(decoded.ok, line);
        if (decoded.line.type === 'reading') continue;
        spans.push(decoded.line.span);
        assert.deepEqual(raw, CHAT.subarray(...decoded.line.span));
      }
      assert.ok(tilesExactly(spans, CHAT.length));
      const unread = CHAT.length - spans.slice(0, 250).reduce((sum, [from, to]) => sum + to - from, 0);
      assert.equal(head.unreadBytes, unread);
    });
  }

  test('is in no bundle as a transcript', async () => {
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.officers (id, name, rank, role) values ('ida', 'Ida Lund', 'PC', 'intake-officer')`,
    );
    await owner.query(
      `insert into handover.bundles (id, submission_id, state, asked_by) select $1, id, 'asked', 'ida' from handover.submissions`,
      [randomBytes(16)],
    );
    await spine.drain();
    const { rows } = await owner.query<{ state: string; build_order: string }>(
      'select state, build_order from handover.bundles',
    );
    assert.equal(rows[0]?.state, 'ready');
    // Read whole by the true reader meanwhile: that one alone is in it.
    assert.equal(rows[0].build_order.match(/"reader":"/g)?.length, 1);
    const { rows: all } = await owner.query('select from handover.readings');
    assert.equal(all.length, 3);
  });
});
