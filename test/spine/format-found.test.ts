import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { PutOff } from '#domain/put-off.ts';
import { readNext } from '#domain/reading/index.ts';
import { decodeDetection, encodeReadingLines, readChat } from '#portable/chat/index.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('13/03/2026, 21:41 - Kit: hello\n13/03/2026, 21:42 - Freya: hi\n');
const BROKEN = Buffer.from(
  '{"name":"Lee","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date_unixtime":"1773',
  'utf8',
);
const LETTER = Buffer.from('A letter to nobody.\n');

const READ = readChat(CHAT, { name: 'chat.txt' });
assert.ok(READ.ok);
/** The lines as they are kept, and the first of them as a confined reader hands it over. */
const KEPT = [...encodeReadingLines(READ.reading)];
const [HANDED_OVER = ''] = encodeReadingLines(READ.reading, READ.detection);

const END = '{"type":"end"}';

type Row = { state: string; reason: string | null; detection: unknown; summary: string | null; head: string };

describe('how the format of an item was found', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  /** Hands one item in, has it read, by this program or by one in its place, and gives what is kept. */
  async function readingOf(bytes: Buffer, lines?: readonly string[]): Promise<Row | undefined> {
    const { reference } = await spine.handIn([{ name: 'chat.txt', bytes }]);
    while (await spine.steps.seal());
    const program = join(spine.folder, `${reference}.mjs`);
    if (lines !== undefined)
      writeFileSync(
        program,
        `process.stdout.write(${JSON.stringify(lines.map(line => `${line}\n`).join(''))});`,
      );
    const reader = createConfinedReader(reference, undefined, lines === undefined ? undefined : program);
    const parts = {
      store: createReadingStore(spine.database.pool('handover_worker')),
      reader,
      blobs: createDiskStore(join(spine.folder, 'store')),
      opener: createEvidenceOpener({
        identities: [spine.keys.evidenceIdentity],
        recipients: [spine.keys.evidenceRecipient],
      }),
      putOff: new PutOff(() => new Date()),
    };
    while (await readNext(parts));
    const { rows } = await spine.database.pool('handover_police').query<Row>(
      `select r.state, r.reason, r.detection, r.summary, l.line as head
       from handover.readings r left join handover.reading_lines l on l.reading_id = r.id and l.seq = 0
         join handover.items i on i.id = r.item_id join handover.submissions s on s.id = i.submission_id
       where s.reference = $1 and r.reader = $1`,
      [reference],
    );
    return rows[0];
  }

  test('is kept beside the reading, whose lines and summary are what they were without it', async () => {
    const reading = await readingOf(CHAT);
    assert.equal(reading?.state, 'read');
    assert.deepEqual(decodeDetection(reading.detection), READ.detection);
    assert.equal(reading.head, KEPT[0]);
    assert.equal(reading.summary, KEPT[0]);
  });

  test('is that an item is of a format and damaged, or that it is of none: two answers', async () => {
    const [broken, letter] = [await readingOf(BROKEN), await readingOf(LETTER)];
    assert.equal(broken?.state, 'read');
    const found = decodeDetection(broken.detection);
    assert.ok(found?.format === 'telegram-json' && found.broken === 'cut-off');
    assert.equal(letter?.state, 'refused');
    const none = decodeDetection(letter.detection);
    assert.ok(none?.format === null && none.found === 'other-text');
  });

  test('is kept of an item whose reader stopped before its first message', async () => {
    const reading = await readingOf(CHAT, [HANDED_OVER, 'and then it broke']);
    assert.equal(reading?.state, 'failed');
    assert.deepEqual(decodeDetection(reading.detection), READ.detection);
  });

  const HOSTILE: Readonly<Record<string, (head: string) => string>> = {
    'a format that is not known': head =>
      head.replace('"detection":{"format":"whatsapp-text"', '"detection":{"format":"x"'),
    'another format than it read': head =>
      head.replace('"detection":{"format":"whatsapp-text"', '"detection":{"format":"telegram-json"'),
    'a reason in words of its own': head => head.replace('"first-line-is-header"', '"He is guilty."'),
    'U+0000': head => head.replace('"form":"', '"form":"\\u0000'),
    'more reasons than there can be': head =>
      head.replace('"reasons":[', `"reasons":[${'{"code":"file-name"},'.repeat(30)}`),
  };

  for (const [what, distort] of Object.entries(HOSTILE)) {
    test(`is not known when the reader says ${what}, and the reading stands`, async () => {
      const distorted = distort(HANDED_OVER);
      assert.notEqual(distorted, HANDED_OVER);
      const reading = await readingOf(CHAT, [distorted, ...KEPT.slice(1), END]);
      assert.deepEqual([reading?.state, reading?.detection, reading?.head], ['read', null, KEPT[0]]);
    });
  }

  test('is not known when a refusal claims a format, or says what is none', async () => {
    for (const said of [
      READ.ok && READ.detection,
      'x',
      { format: null, found: 'virus', reasons: [], runnersUp: [] },
    ]) {
      const line = JSON.stringify({ type: 'refused', detail: 'no', detection: said });
      const reading = await readingOf(CHAT, [line]);
      assert.deepEqual([reading?.state, reading?.detection, reading?.reason], ['refused', null, 'no']);
    }
  });
});
