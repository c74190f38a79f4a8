import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareBytes,
  concatBytes,
  decodeUtf8,
  equalBytes,
  fromBase64,
  fromHex,
  sha256,
  toBase64,
  toHex,
  u16be,
  u32be,
  u64be,
  utf8,
} from './index.ts';

test('hexadecimal is written and read in lower case only', () => {
  assert.equal(toHex(Uint8Array.of(0, 0x0f, 0xa5, 0xff)), '000fa5ff');
  assert.deepEqual(fromHex('000fa5ff'), Uint8Array.of(0, 0x0f, 0xa5, 0xff));
  assert.deepEqual(fromHex(''), new Uint8Array(0));
  for (const bad of ['0', 'A5', '0x', ' 00', 'zz', '00\n', '0\n']) assert.equal(fromHex(bad), null, bad);
});

test('base64 gives the examples of RFC 4648 section 10', () => {
  const examples = {
    '': '',
    f: 'Zg==',
    fo: 'Zm8=',
    foo: 'Zm9v',
    foob: 'Zm9vYg==',
    fooba: 'Zm9vYmE=',
    foobar: 'Zm9vYmFy',
  };
  for (const [text, base64] of Object.entries(examples)) {
    assert.equal(toBase64(utf8(text)), base64);
    assert.deepEqual(fromBase64(base64), utf8(text));
  }
  assert.equal(toBase64(Uint8Array.of(0xfb, 0xff, 0xfe)), '+//+');
});

test('base64 in any other spelling is refused', () => {
  const others = [
    'Zg',
    'Zg=',
    'Zh==',
    'Zm9=',
    '-__-',
    'Zg==\n',
    ' Zg=',
    'Z===',
    '====',
    '=',
    '==',
    'Zg==Zg==',
    'Zm9v!',
  ];
  for (const bad of others) assert.equal(fromBase64(bad), null, bad);
});

test('integers are written most significant byte first and refused outside their range', () => {
  assert.equal(toHex(u16be(0x0102)), '0102');
  assert.equal(toHex(u32be(0xfffe_fdfc)), 'fffefdfc');
  assert.equal(toHex(u64be(2 ** 40 + 1)), '0000010000000001');
  assert.equal(toHex(u64be(0xffff_ffff_ffff_ffffn)), 'ffffffffffffffff');
  const bad = [
    () => u16be(65_536),
    () => u16be(-1),
    () => u32be(2 ** 32),
    () => u32be(1.5),
    () => u64be(2 ** 53),
  ];
  for (const call of [...bad, () => u64be(-1n), () => u64be(2n ** 64n)]) assert.throws(call, RangeError);
});

test('bytes join, compare and order byte by byte', () => {
  assert.deepEqual(
    concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)),
    Uint8Array.of(1, 2, 3),
  );
  assert.ok(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
  assert.ok(!equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  assert.ok(!equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0)));
  const sorted = [Uint8Array.of(2), Uint8Array.of(1, 0), Uint8Array.of(1), Uint8Array.of(0xff)].sort(
    compareBytes,
  );
  assert.deepEqual(sorted.map(toHex), ['01', '0100', '02', 'ff']);
});

test('text is UTF-8, malformed bytes are refused and a byte order mark is kept', () => {
  assert.equal(decodeUtf8(utf8('café 👍')), 'café 👍');
  assert.equal(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), '\ufeffa');
  for (const bad of ['ff', 'c080', 'eda080', 'f4908080', 'e282'])
    assert.equal(decodeUtf8(fromHex(bad) as Uint8Array), null);
});

test('SHA-256 gives the published digests of "" and "abc", whole or in parts', () => {
  assert.equal(toHex(sha256()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.equal(toHex(sha256(utf8('abc'))), abc);
  assert.equal(toHex(sha256(utf8('a'), utf8(''), utf8('bc'))), abc);
});
