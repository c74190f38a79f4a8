import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { HandoverError } from '#domain/error.ts';
import { tryOpenAge } from './age-file.ts';
import { openAgeStream } from './age-stream.ts';
import { encodeHeader, parseHeader } from './header.ts';

/** C2SP CCTV, "age test vectors": what one file says of itself, and the age file. */
type Vector = {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly fileKey: string | undefined;
  readonly identities: readonly string[];
  readonly kind: 'ours' | 'armor' | 'scrypt' | 'hybrid';
  readonly file: Buffer;
};

function readVector(name: string, bytes: Uint8Array): Vector {
  const all = Buffer.from(bytes);
  const end = all.indexOf('\n\n');
  const lines = all.subarray(0, end).toString('latin1').split('\n');
  const values = (key: string) =>
    lines.flatMap(line => (line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : []));
  const rest = all.subarray(end + 2);
  const identities = values('identity');
  return {
    name,
    expect: values('expect')[0] ?? '',
    payload: values('payload')[0],
    fileKey: values('file key')[0],
    identities,
    kind: kindOf(values('armored').length > 0, values('passphrase').length > 0, identities),
    file: values('compressed').length > 0 ? inflateSync(rest) : rest,
  };
}

function kindOf(armored: boolean, scrypt: boolean, identities: readonly string[]): Vector['kind'] {
  if (armored) return 'armor';
  if (scrypt) return 'scrypt';
  return identities.some(identity => identity.startsWith('AGE-SECRET-KEY-PQ-')) ? 'hybrid' : 'ours';
}

const ALL = Object.entries(vectors).map(([name, bytes]) => readVector(name, bytes));
const OURS = ALL.filter(vector => vector.kind === 'ours');
const SOMEBODY = 'AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG';

const OUTCOME: Readonly<Record<string, string>> = {
  'header failure': 'bad-header',
  'no match': 'no-match',
  'HMAC failure': 'bad-mac',
  'payload failure': 'damaged',
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What the stream gives out before its end, cut into pieces of `size` on the way in, and whether it came to the end. */
async function streamed(vector: Vector, size: number): Promise<{ plain: Buffer; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  const cut = function* () {
    for (let at = 0; at < vector.file.length; at += size) yield vector.file.subarray(at, at + size);
  };
  try {
    for await (const piece of openAgeStream(vector.identities[0] ?? SOMEBODY, cut())) pieces.push(piece);
  } catch (error) {
    assert.ok(error instanceof HandoverError && error.code === 'seal-mismatch', vector.name);
    return { plain: Buffer.concat(pieces), whole: false };
  }
  return { plain: Buffer.concat(pieces), whole: true };
}

describe(`the ${ALL.length} published age vectors (C2SP CCTV, npm cctv-age)`, () => {
  test(`each of the ${OURS.length} that concern X25519, header and payload has its outcome, and success its payload`, () => {
    assert.equal(OURS.length, 67);
    for (const { name, expect, payload, identities, file } of OURS) {
      const opened = tryOpenAge(file, identities.length > 0 ? identities : [SOMEBODY]);
      if (expect === 'success') assert.equal(opened.ok && sha256(opened.plain), payload, name);
      else assert.deepEqual(opened, { ok: false, reason: OUTCOME[expect] }, `${name}: ${expect}`);
    }
  });

  test('the stream gives out what they say may be given out, and refuses the rest with a declared refusal', async () => {
    for (const vector of OURS) {
      const { plain, whole } = await streamed(vector, vector.file.length > 100_000 ? 30_011 : 7);
      assert.equal(whole, vector.expect === 'success', vector.name);
      if (vector.payload !== undefined) assert.equal(sha256(plain), vector.payload, vector.name);
      else assert.equal(plain.length, 0, vector.name);
    }
  });

  test('a header that may be read is written again to the byte', () => {
    let written = 0;
    for (const { name, expect, fileKey, file } of OURS) {
      const header = parseHeader(file);
      if (expect === 'header failure' || expect === 'HMAC failure' || header === null || !fileKey) continue;
      const again = encodeHeader(header.stanzas, Buffer.from(fileKey, 'hex'));
      assert.deepEqual(again, Buffer.from(file.subarray(0, header.length)), name);
      written += 1;
    }
    assert.ok(written >= 30, `${written}`);
  });

  for (const kind of ['armor', 'scrypt', 'hybrid'] as const) {
    const others = ALL.filter(vector => vector.kind === kind);
    test(`not supported: the ${others.length} of ${kind} are refused, never opened, and never an exception`, () => {
      assert.ok(others.length > 10);
      for (const { name, file } of others) assert.equal(tryOpenAge(file, [SOMEBODY]).ok, false, name);
    });
  }
});
