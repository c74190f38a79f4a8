import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { concatBytes } from '#portable/bytes/index.ts';
import { HandoverError } from '#domain/error.ts';
import { sealAge, splitAge, tryOpenAge } from './age-file.ts';
import { openAgeStream, sealAgeStream } from './age-stream.ts';
import { decodeBech32, encodeBech32 } from './bech32.ts';
import { newIdentity, pointOf, recipientOf } from './keys.ts';
import { bodySize, plainSize } from './payload.ts';

const CHUNK = 65_536;
const sizes = fc.oneof(
  fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1),
  fc.nat(3 * CHUNK),
);
const pieceSizes = fc
  .array(fc.constantFrom(1, 7, 500, 65_535, 65_552, 80_000), { minLength: 1, maxLength: 5 })
  .map(sizes => [...sizes, 65_536]);

/** Bytes that are not all alike, the same for the same size. */
function bytesOf(size: number): Uint8Array {
  const block = createHash('sha512').update(String(size)).digest();
  return Uint8Array.from({ length: size }, (_, at) => (block[at % 61] ?? 0) ^ (at >> 8));
}

function* inPieces(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const size = cuts[n % cuts.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('a size that no body has is none, and every other size has one of its own', () => {
  const sizes = new Set([0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 8_388_608].map(bodySize));
  for (const size of sizes) assert.equal(bodySize(plainSize(size) ?? -1), size);
  for (const size of [0, 16, 31, bodySize(65_536) + 1, bodySize(65_536) + 16])
    assert.equal(plainSize(size), null);
});

describe('age files of any size', () => {
  let identity = '';
  let recipient = '';
  before(async () => {
    identity = await newIdentity();
    recipient = await recipientOf(identity);
  });

  test('what was sealed whole or as a stream is opened whole and as a stream, however it is cut', () =>
    fc.assert(
      fc.asyncProperty(sizes, pieceSizes, async (size, cuts) => {
        const plain = bytesOf(size);
        const streamed = await collect(sealAgeStream([recipient], inPieces(plain, cuts)));
        for (const file of [sealAge([recipient], plain), streamed]) {
          assert.equal(splitAge(file)?.body.length, bodySize(size));
          assert.equal(plainSize(bodySize(size)), size);
          const opened = tryOpenAge(file, [identity]);
          assert.ok(opened.ok && Buffer.compare(opened.plain, plain) === 0);
          assert.ok((await collect(openAgeStream(identity, inPieces(file, cuts)))).equals(plain));
        }
      }),
      { numRuns: 40 },
    ));

  test('a file cut at any place, longer by any byte, or with any bit turned is refused, whole and as a stream', () =>
    fc.assert(
      fc.asyncProperty(
        sizes,
        pieceSizes,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        async (size, cuts, where, bit) => {
          const file = sealAge([recipient], bytesOf(size));
          const at = Math.floor(where * file.length);
          const turned = Uint8Array.from(file);
          turned[at] = (turned[at] ?? 0) ^ (1 << bit);
          for (const bad of [file.subarray(0, at), concatBytes(file, Uint8Array.of(bit)), turned]) {
            assert.equal(tryOpenAge(bad, [identity]).ok, false);
            await assert.rejects(
              collect(openAgeStream(identity, inPieces(bad, cuts))),
              error => error instanceof HandoverError && error.code === 'seal-mismatch',
            );
          }
        },
      ),
      { numRuns: 60 },
    ));

  test('every cut at a chunk’s edge is refused, also where what is left ends with a whole chunk', () => {
    const file = sealAge([recipient], bytesOf(3 * CHUNK));
    const header = splitAge(file)?.header.length ?? 0;
    for (const chunks of [0, 1, 2]) {
      const edge = header + 16 + chunks * (CHUNK + 16);
      for (const at of [edge - 1, edge, edge + 1, edge + 15, edge + 16, edge + 17])
        assert.equal(tryOpenAge(file.subarray(0, at), [identity]).ok, false, `${at}`);
    }
  });

  test('bytes that are no age file are refused, and never an exception', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
        const start = headed ? Buffer.from('age-encryption.org/v1\n-> X25519 ') : Buffer.alloc(0);
        assert.equal(tryOpenAge(concatBytes(start, bytes), [identity]).ok, false);
      }),
    ));

  test('a stream asks its source for no more than it was asked for', async () => {
    let pulled = 0;
    const source = function* () {
      for (;;) {
        pulled += 1;
        yield new Uint8Array(CHUNK);
      }
    };
    const sealed = sealAgeStream([recipient], source());
    for (let n = 0; n < 10; n += 1) await sealed.next();
    assert.ok(pulled <= 12, `${pulled} chunks were taken for 10`);
    await sealed.return(undefined);
  });

  test('Bech32 has one spelling for each value, and a recipient with any letter changed is none', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), fc.nat(), (bytes, n) => {
        const text = encodeBech32('age', bytes);
        assert.deepEqual(decodeBech32('age', text), bytes);
        assert.equal(decodeBech32('age', text.toUpperCase()), null);
        const at = n % recipient.length;
        const other = recipient[at] === 'q' ? 'p' : 'q';
        assert.equal(pointOf(recipient.slice(0, at) + other + recipient.slice(at + 1)), null);
      }),
    ));

  test('a recipient of low order, of another kind or length is none', () => {
    const lowOrder = [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31))];
    for (const point of lowOrder) assert.equal(pointOf(encodeBech32('age', point)), null);
    for (const other of [
      '',
      'age1pq1qqqq',
      'ssh-ed25519 AAAA',
      encodeBech32('age', new Uint8Array(31).fill(9)),
    ])
      assert.equal(pointOf(other), null);
  });
});
