import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fromHex, toHex } from '#portable/bytes/index.ts';
import { boxSecrets, encodeReturnCode, parseReturnCode } from './return-code.ts';
import { openNote, sealNote } from './secret-note.ts';
import { decodeVisitorKey, encodeVisitorKey, visitorSecrets } from './visitor.ts';

type Vectors = {
  visitors: {
    keyHex: string;
    cookie: string;
    draftIdHex: string;
    draftKeyHex: string;
    ticketIdHex: string;
    ticketKeyHex: string;
    formKeyHex: string;
  }[];
  returnCodes: { bytesHex: string; code: string; boxIdHex: string; boxSecretHex: string }[];
  typed: { typed: string; bytesHex: string | null }[];
  notes: {
    name: string;
    placeIdHex: string;
    keyHex: string;
    nonceHex: string;
    plainHex: string;
    noteHex: string;
  }[];
};

const url = new URL('../../../vectors/intake/visitor-keys.json', import.meta.url);
const vectors = JSON.parse(readFileSync(url, 'utf8')) as Vectors;

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? assert.fail(`not hex: ${hex}`);

describe('visitor keys', () => {
  test('a visitor key gives the secrets that another implementation derives', () => {
    assert.ok(vectors.visitors.length >= 3);
    for (const vector of vectors.visitors) {
      const secrets = visitorSecrets(bytes(vector.keyHex));
      assert.equal(toHex(secrets.draft.id), vector.draftIdHex);
      assert.equal(toHex(secrets.draft.key), vector.draftKeyHex);
      assert.equal(toHex(secrets.ticket.id), vector.ticketIdHex);
      assert.equal(toHex(secrets.ticket.key), vector.ticketKeyHex);
      assert.equal(toHex(secrets.formKey), vector.formKeyHex);
      assert.equal(encodeVisitorKey(bytes(vector.keyHex)), vector.cookie);
    }
  });

  test('a cookie is read in its one spelling and nothing else', () => {
    for (const { keyHex, cookie } of vectors.visitors)
      assert.deepEqual(decodeVisitorKey(cookie), bytes(keyHex));
    const [right = ''] = vectors.visitors.map(({ cookie }) => cookie);
    // The last character of 43 carries two unused bits: another letter there would be a second spelling.
    for (const wrong of [
      undefined,
      '',
      `${right}=`,
      right.slice(1),
      `${right.slice(0, 42)}B`,
      `${right.slice(0, 42)}+`,
    ])
      assert.equal(decodeVisitorKey(wrong), null, String(wrong));
  });

  test('a return code is written in six groups, and leads to the box that another implementation derives', () => {
    assert.ok(vectors.returnCodes.length >= 4);
    for (const vector of vectors.returnCodes) {
      assert.equal(encodeReturnCode(bytes(vector.bytesHex)), vector.code);
      assert.deepEqual(parseReturnCode(vector.code), bytes(vector.bytesHex));
      const { boxId, boxSecret } = boxSecrets(bytes(vector.bytesHex));
      assert.equal(toHex(boxId), vector.boxIdHex);
      assert.equal(toHex(boxSecret), vector.boxSecretHex);
    }
  });

  test('a return code is read as people write it down, and anything else is none', () => {
    for (const { typed, bytesHex } of vectors.typed) {
      const read = parseReturnCode(typed);
      assert.equal(read === null ? null : toHex(read), bytesHex, typed);
    }
  });
});

describe('notes under a visitor key', () => {
  test('a note is sealed and opened as another implementation does', () => {
    assert.ok(vectors.notes.length >= 3);
    for (const { placeIdHex, keyHex, nonceHex, plainHex, noteHex } of vectors.notes) {
      const place = { id: bytes(placeIdHex), key: bytes(keyHex) };
      assert.equal(toHex(sealNote(place, bytes(plainHex), bytes(nonceHex))), noteHex);
      assert.deepEqual(openNote(place, bytes(noteHex)), bytes(plainHex));
    }
  });

  test('a note opens nowhere else, under no other key, and not when any byte of it changed', () => {
    const place = { id: new Uint8Array(32).fill(1), key: new Uint8Array(32).fill(2) };
    const note = sealNote(place, new Uint8Array(9), new Uint8Array(12));
    assert.equal(openNote({ ...place, id: new Uint8Array(32) }, note), null);
    assert.equal(openNote({ ...place, key: new Uint8Array(32) }, note), null);
    for (let at = 0; at < note.length; at += 1) {
      const changed = Uint8Array.from(note);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(openNote(place, changed), null, `byte ${at}`);
      assert.equal(openNote(place, note.subarray(0, at)), null, `cut at ${at}`);
    }
  });
});
