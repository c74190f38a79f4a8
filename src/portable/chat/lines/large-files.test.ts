import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discordExport, discordPackageCsv, discordPackageJson } from '../discord/testing/made.ts';
import { manyMessages as manyDiscord } from '../discord/testing/many.ts';
import { type ChatFormat, readChat, sourceOf } from '../index.ts';
import { signalJsonl, signalMarkdown } from '../signal/testing/made.ts';
import { manyMessages as manySignal } from '../signal/testing/many.ts';

const MESSAGES = 3000;
const CHUNK_BYTES = 4096;
/** Twice what a message and a chunk take. */
const MOST_HELD = 4 * CHUNK_BYTES;

const style = { offsetMinutes: 60, indent: undefined };
const markdown = { isNew: true, offsetMinutes: 60, lineEnd: '\n' };

const FILES: Readonly<Partial<Record<ChatFormat, () => Iterable<string>>>> = {
  'discord-exporter-json': () => discordExport(manyDiscord(MESSAGES), style),
  'discord-package-json': () => discordPackageJson(manyDiscord(MESSAGES), true),
  'discord-package-csv': () => discordPackageCsv(manyDiscord(MESSAGES), '\r\n'),
  'signal-export-md': () => signalMarkdown(manySignal(MESSAGES), markdown),
  'signal-jsonl': () => signalJsonl(manySignal(MESSAGES)),
};

for (const [format, pieces] of Object.entries(FILES)) {
  test(`of a large ${format} item only a window is asked for at once, and every message is read`, () => {
    const bytes = new TextEncoder().encode([...pieces()].join(''));
    const { read } = sourceOf(bytes);
    let most = 0;
    const result = readChat({
      size: bytes.length,
      chunkBytes: CHUNK_BYTES,
      read(at, into) {
        // Detection looks at the two ends, of at most 64 KiB, before.
        if (into.length !== 65_536) most = Math.max(most, into.length);
        return read(at, into);
      },
    });
    assert.ok(result.ok);
    assert.equal(result.detection.format, format);
    assert.equal(result.reading.messageCount, MESSAGES);
    assert.equal([...result.reading.messages].length, MESSAGES);
    assert.equal(result.reading.unreadBytes, 0);
    assert.ok(most > 0 && most <= MOST_HELD, `${most} bytes at once of ${bytes.length}`);
  });
}
