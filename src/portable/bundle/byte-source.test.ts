import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHUNK_BYTES, sourceOfBytes, streamRange } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';

const SIZE = 3 * CHUNK_BYTES + 5;
const BYTES = Uint8Array.from({ length: SIZE }, (_, index) => (index * 7919) >>> 8);

/** A source that puts bytes where it is told to, and remembers when and where. */
function watched(): ByteSource & { asked: number[]; spaces: Set<ArrayBufferLike | undefined> } {
  const source = {
    sizeBytes: SIZE,
    asked: [] as number[],
    spaces: new Set<ArrayBufferLike | undefined>(),
    read: (offset: number, length: number, space: Uint8Array = new Uint8Array(length)) => {
      source.asked.push(offset);
      source.spaces.add(space.buffer);
      space.set(BYTES.subarray(offset, offset + length));
      return Promise.resolve(space.subarray(0, length));
    },
  };
  return source;
}

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return Buffer.concat(all);
}

describe('a range that is streamed', () => {
  for (const passing of [false, true]) {
    it(`gives every byte once and in order, from any source${passing ? ', in passing too' : ''}`, async () => {
      for (const [offset, length] of [
        [0, SIZE],
        [3, CHUNK_BYTES],
        [1, 2 * CHUNK_BYTES + 1],
        [7, 1],
        [7, 0],
      ] as const) {
        for (const source of [watched(), sourceOfBytes(BYTES)]) {
          const found = await joined(streamRange(source, offset, length, { passing }));
          assert.equal(Buffer.compare(found, BYTES.subarray(offset, offset + length)), 0);
        }
      }
    });
  }

  it('asks for the next piece before it gives the last one, and for no more', async () => {
    const source = watched();
    const stream = streamRange(source, 0, SIZE);
    await stream.next();
    assert.deepEqual(source.asked, [0, CHUNK_BYTES]);
    await stream.next();
    assert.deepEqual(source.asked, [0, CHUNK_BYTES, 2 * CHUNK_BYTES]);
    await stream.return();
  });

  it('uses two pieces of memory for any length in passing, and new memory for each piece otherwise', async () => {
    const [passing, kept] = [watched(), watched()];
    await joined(streamRange(passing, 0, SIZE, { passing: true }));
    await joined(streamRange(kept, 0, SIZE));
    assert.equal(passing.spaces.size, 2);
    assert.equal(kept.spaces.size, 4);
  });

  it('fails with the piece that cannot be read, and not for whoever has stopped before it', async () => {
    const broken: ByteSource = {
      sizeBytes: SIZE,
      read: (offset, length) =>
        offset === 0 ? Promise.resolve(new Uint8Array(length)) : Promise.reject(new Error('gone')),
    };
    const stopped = streamRange(broken, 0, SIZE);
    assert.equal((await stopped.next()).done, false);
    await stopped.return();
    await assert.rejects(joined(streamRange(broken, 0, SIZE)), /gone/);
  });
});
