import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPublicSide } from '../../testing/public-side.ts';
import { Tus } from '../../testing/tus-test-client.ts';

const LINE = '12/03/2026, 21:41 - Kit: hello, are you coming to the station?\n';

/** Draws whole numbers below a limit, the same ones for each seed (a linear congruential generator's upper bits). */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the wall of text across the requests of one upload', () => {
  test('a picture written out in short pieces is found, whatever fills the requests between them', async () => {
    const own = await createPublicSide();
    const next = drawing(20_261_127);
    const inside = Array.from({ length: 60_000 }, () => next(256));
    const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, ...inside]).toString('base64');
    const longTalk = LINE.repeat(800);
    for (const filler of [' '.repeat(49_152), '\n'.repeat(49_152), longTalk]) {
      const tus = await Tus.of(own);
      const pieces = [longTalk, `${base64.slice(0, 4)}${filler}`];
      for (let at = 4; at < base64.length; at += 3900) pieces.push(base64.slice(at, at + 3900) + filler);
      const url = await tus.begin(Buffer.byteLength(pieces.join('')));
      const statuses: number[] = [];
      let offset = 0;
      for (const piece of pieces) {
        if (statuses.includes(422)) break;
        statuses.push((await tus.patch(url, offset, Buffer.from(piece))).statusCode);
        offset += piece.length;
      }
      // Blanks hide nothing; talk parts the beginning, and then the whole is told by how long it is.
      assert.equal(statuses.at(-1), 422, `${filler.slice(0, 9)}: ${statuses.join(' ')}`);
      assert.ok(
        statuses.length <= (filler === longTalk ? 5 : 3),
        `${filler.slice(0, 9)}: ${statuses.join(' ')}`,
      );
      assert.equal(await tus.offset(url), 'status 404');
    }
    assert.deepEqual(await own.stagedFiles(), []);
  });

  test('each request goes on from a state under 48 KiB, whatever was sent before', async () => {
    const own = await createPublicSide();
    const tus = await Tus.of(own);
    const signs = Array.from({ length: 900 }, (_, n) => String.fromCodePoint(0x4e00 + n, 0x1f000 + n)).join(
      '',
    );
    const text = Buffer.from(`${LINE.repeat(800)}${signs}${LINE}`);
    const url = await tus.begin(text.length + 1);
    assert.equal((await tus.patch(url, 0, text)).statusCode, 204);
    const { rows } = await own.owner.query<{ size: number }>(
      'select octet_length(state) as size from handover.staged_files',
    );
    assert.ok((rows[0]?.size ?? Infinity) < 49_152, `${rows[0]?.size} bytes`);
  });
});
