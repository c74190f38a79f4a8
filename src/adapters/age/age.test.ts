import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { concatBytes, utf8 } from '#portable/bytes/index.ts';
import { ageDecrypt, withoutAge } from '#support/age-tool.ts';
import { encodeBech32 } from './bech32.ts';
import {
  createBoxOpener,
  createEvidenceOpener,
  createSealer,
  identityFromSecret,
  newIdentity,
  openAge,
  recipientOf,
} from './index.ts';
import { splitAge } from './age-file.ts';

async function sealed(text: string) {
  const identity = await newIdentity();
  const file = await createSealer(await recipientOf(identity)).seal(utf8(text));
  return { identity, file };
}

describe('age files', () => {
  test('what is sealed to a recipient is opened by its identity and by no other', async () => {
    const { identity, file } = await sealed('21:41 - Kit: hello');
    assert.deepEqual(await openAge(file, identity), utf8('21:41 - Kit: hello'));
    assert.equal(await openAge(file, await newIdentity()), null);
  });

  test('sealing the same bytes twice gives two files that share neither key nor payload', async () => {
    const sealer = createSealer(await recipientOf(await newIdentity()));
    const [one, two] = [await sealer.seal(utf8('same')), await sealer.seal(utf8('same'))];
    assert.notDeepEqual(splitAge(one)?.header, splitAge(two)?.header);
    assert.notDeepEqual(splitAge(one)?.body, splitAge(two)?.body);
  });

  test('a file changed in any one byte, or cut at any length, opens to null and never throws', async () => {
    const { identity, file } = await sealed('a short message');
    for (let at = 0; at < file.length; at += 1) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(await openAge(changed, identity), null, `byte ${at} changed`);
      assert.equal(await openAge(file.subarray(0, at), identity), null, `cut at ${at}`);
    }
    assert.equal(await openAge(concatBytes(file, utf8('x')), identity), null);
  });

  test('pieces opened in passing are gone when the next is asked for; others stay with whoever has them', async () => {
    const { identity, file } = await sealed('x'.repeat(150_000));
    const parts = splitAge(file);
    assert.ok(parts);
    const opener = createEvidenceOpener({
      identities: [identity],
      recipients: [await recipientOf(identity)],
    });
    const lengths = (pieces: Iterable<Uint8Array | null>) => [...pieces].map(piece => piece?.length);
    assert.deepEqual(lengths(opener.openPieces(parts.header, parts.body)), [65_536, 65_536, 18_928]);
    assert.deepEqual(lengths(opener.openInPassing(parts.header, parts.body)), [0, 0, 0]);
    let passed = '';
    for (const piece of opener.openInPassing(parts.header, parts.body))
      passed += Buffer.from(piece ?? []).toString();
    assert.equal(passed, 'x'.repeat(150_000));
  });

  test('a malformed identity is a bug of the caller and throws', async () => {
    const { file } = await sealed('x');
    await assert.rejects(openAge(file, 'AGE-SECRET-KEY-1NOTONE'));
  });

  test('a file is cut after its MAC line, and the two parts joined are the file', async () => {
    const { identity, file } = await sealed('header apart from body');
    const parts = splitAge(file);
    assert.ok(parts);
    assert.match(
      Buffer.from(parts.header).toString(),
      /^age-encryption\.org\/v1\n-> X25519 [^]*\n--- \S{43}\n$/,
    );
    assert.equal(parts.body.length, 16 + 'header apart from body'.length + 16);
    assert.deepEqual(
      await openAge(concatBytes(parts.header, parts.body), identity),
      utf8('header apart from body'),
    );
  });

  test('what is not an age file is not cut', () => {
    const notAge = [
      '',
      'age-encryption.org/v2\n--- x\n',
      'age-encryption.org/v1\n',
      'age-encryption.org/v1\n--- short\n',
    ];
    for (const text of notAge) assert.equal(splitAge(utf8(text)), null, JSON.stringify(text));
    assert.equal(
      splitAge(utf8(`age-encryption.org/v1\n${'x'.repeat(70_000)}\n--- ${'A'.repeat(43)}\n`)),
      null,
    );
  });

  test(
    'the standard age tool opens header and body joined, of one byte and of 200,000',
    { skip: withoutAge },
    async () => {
      for (const size of [1, 200_000]) {
        const { identity, file } = await sealed('x'.repeat(size));
        const parts = splitAge(file);
        assert.ok(parts);
        assert.equal(ageDecrypt(identity, concatBytes(parts.header, parts.body)).length, size);
      }
    },
  );

  test(
    'a letter to a box is opened with the identity that 32 secret bytes give, by us and by the age tool',
    { skip: withoutAge },
    async () => {
      const opener = createBoxOpener();
      const { identity, recipient } = await opener.keysOf(new Uint8Array(32).fill(5));
      const letter = await createSealer(recipient).seal(utf8('a receipt'));
      assert.deepEqual(await opener.open(letter, identity), utf8('a receipt'));
      assert.equal(ageDecrypt(identity, letter).toString(), 'a receipt');
    },
  );

  test('an identity is the Bech32 of its secret, and only 32 bytes make one', async () => {
    // The empty-data example of BIP 173, "Test vectors"; then a key whose recipient the age-keygen tool gave.
    assert.equal(encodeBech32('a', new Uint8Array(0)), 'a12uel5l');
    const counting = Uint8Array.from({ length: 32 }, (_, n) => n);
    const identity = 'AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG';
    assert.equal(identityFromSecret(counting), identity);
    assert.equal(
      await recipientOf(identity),
      'age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh',
    );
    assert.throws(() => identityFromSecret(new Uint8Array(31)));
  });

  test('the secret behind a return code gives the identity and recipient that the age-keygen tool gave', async () => {
    const url = new URL('../../../vectors/intake/visitor-keys.json', import.meta.url);
    const { returnCodes } = JSON.parse(readFileSync(url, 'utf8')) as {
      returnCodes: { boxSecretHex: string; identity: string; recipient: string }[];
    };
    assert.ok(returnCodes.length >= 4);
    for (const { boxSecretHex, identity, recipient } of returnCodes)
      assert.deepEqual(await createBoxOpener().keysOf(Buffer.from(boxSecretHex, 'hex')), {
        identity,
        recipient,
      });
  });
});
