import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { encodeNote, signNote } from '#portable/tlog/index.ts';
import { createNativeSigner } from './native-signer.ts';

test('a note signed by node:crypto is the note signed by the portable code, to the byte, for 200 random keys and texts', () => {
  for (let n = 0; n < 200; n += 1) {
    const secretKey = randomBytes(32);
    const text = `northshire.example/log/${n}\n${randomBytes(n).toString('base64')}x\n`;
    const signer = createNativeSigner('northshire.example/log', secretKey);
    const portable = { name: signer.name, secretKey };
    assert.equal(encodeNote(signNote(text, signer)), encodeNote(signNote(text, portable)));
  }
});
