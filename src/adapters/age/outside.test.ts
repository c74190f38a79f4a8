import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Decrypter, Encrypter } from 'age-encryption';
import { ageDecrypt, ageEncrypt, withoutAge } from '#support/age-tool.ts';
import { sealAge, splitAge, tryOpenAge } from './age-file.ts';
import { newIdentity, recipientOf } from './keys.ts';

const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000];

async function people() {
  const identities = [await newIdentity(), await newIdentity(), await newIdentity()];
  return { identities, recipients: await Promise.all(identities.map(recipientOf)) };
}

const plainOf = (size: number) => Buffer.from(Array.from({ length: size }, (_, n) => n % 251));

describe('age files of other people’s tools', () => {
  test(
    'header and body joined open in Debian’s age, for each of three recipients, at every chunk edge',
    { skip: withoutAge },
    async () => {
      const { identities, recipients } = await people();
      for (const size of SIZES) {
        const parts = splitAge(sealAge(recipients, plainOf(size)));
        assert.ok(parts);
        const file = Buffer.concat([parts.header, parts.body]);
        for (const identity of identities)
          assert.ok(ageDecrypt(identity, file).equals(plainOf(size)), `${size}`);
      }
    },
  );

  test('what Debian’s age sealed to three recipients is opened by each', { skip: withoutAge }, async () => {
    const { identities, recipients } = await people();
    for (const size of SIZES) {
      const file = ageEncrypt(recipients, plainOf(size));
      for (const identity of identities) {
        const opened = tryOpenAge(file, [identity]);
        assert.ok(opened.ok && Buffer.compare(opened.plain, plainOf(size)) === 0, `${size}`);
      }
      assert.deepEqual(tryOpenAge(file, [await newIdentity()]), { ok: false, reason: 'no-match' });
    }
  });

  test('the npm package age-encryption opens ours, and ours opens its', async () => {
    const { identities, recipients } = await people();
    for (const size of SIZES) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identities[1] ?? '');
      assert.ok(plainOf(size).equals(await decrypter.decrypt(sealAge(recipients, plainOf(size)))));
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      const opened = tryOpenAge(await encrypter.encrypt(plainOf(size)), identities.slice(2));
      assert.ok(opened.ok && Buffer.compare(opened.plain, plainOf(size)) === 0, `${size}`);
    }
  });
});
