import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { concatBytes, u64be, utf8 } from '#portable/bytes/index.ts';
import { sealNote } from '../secret-note.ts';
import { TextScreen } from '../text-only/index.ts';
import { openUploadState, sealUploadState, type UploadState } from './upload-state.ts';

const DRAFT = { id: new Uint8Array(32).fill(1), key: new Uint8Array(32).fill(2) };
const FILE = new Uint8Array(16).fill(3);
const NONCE = new Uint8Array(12).fill(4);
const at = (offset: number) => ({ draft: DRAFT, fileId: FILE, offset });

const screen = new TextScreen();
screen.push(utf8('21:41 - Kit: hello, are you coming to the station?\n'.repeat(100)));
const STATE: UploadState = {
  name: 'chat.txt',
  sourceClass: 'extract',
  extractOf: {
    name: 'Chat.zip',
    sizeBytes: 9,
    sha256Hex: 'ab'.repeat(32),
    member: '_chat.txt',
    extractorVersion: 'x/1',
  },
  declaredSha256Hex: 'cd'.repeat(32),
  fingerprints: { id: 'ef'.repeat(16), count: 3 },
  digest: new Uint8Array(108).fill(5),
  screen: screen.memory(),
};

/** Seals what this program would not: as a process that was captured could. */
function forged(plain: string, offset: number): Uint8Array {
  const label = utf8('handover/upload-state/v1\0');
  const id = createHash('sha256')
    .update(concatBytes(label, DRAFT.id, FILE, u64be(BigInt(offset))))
    .digest();
  return sealNote({ id, key: DRAFT.key }, utf8(plain), NONCE);
}

describe('the state of a resumable upload', () => {
  test('opens as it was sealed, at its own offset and under its own key only', () => {
    const sealed = sealUploadState(at(5100), STATE, NONCE);
    assert.deepEqual(openUploadState(at(5100), sealed), STATE);
    assert.equal(openUploadState(at(5101), sealed), null);
    const other = { ...DRAFT, key: new Uint8Array(32).fill(9) };
    assert.equal(openUploadState({ ...at(5100), draft: other }, sealed), null);
  });

  test('a state behind the first byte without a memory of it is none', () => {
    const state = { ...STATE, screen: null };
    assert.deepEqual(openUploadState(at(0), sealUploadState(at(0), state, NONCE)), state);
    assert.equal(openUploadState(at(1), sealUploadState(at(1), state, NONCE)), null);
  });

  test('whatever opens but is malformed is none, and no exception', () => {
    const written = { format: 'handover-upload/v2', ...STATE, digest: 'AAAA' };
    assert.ok(openUploadState(at(7), forged(JSON.stringify(written), 7)));
    for (const plain of ['', '{', 'null', '[]', '"x"', '{}', '\ud800'])
      assert.equal(openUploadState(at(7), forged(plain, 7)), null, plain);
    for (const key of Object.keys(written))
      for (const value of [undefined, 7, [], ['x'], {}, 'handover-upload/v1', true])
        assert.equal(
          openUploadState(at(7), forged(JSON.stringify({ ...written, [key]: value }), 7)) !== null,
          typeof value === 'string' && ['name', 'declaredSha256Hex'].includes(key),
          `${key}: ${JSON.stringify(value)}`,
        );
  });
});
