import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { concatBytes, toHex, utf8 } from '../../bytes/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import * as paths from '../paths.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import { editJson } from '../testing/meddling.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import { chatItem, plainChatItem } from '../testing/sample-chat.ts';
import { readItemOf, wordsCheck } from './transcript-words.ts';
import { verifyBundle } from './verify-bundle.ts';
import type { VerifiedBundle } from './verify-bundle.ts';

const MESSAGES = 4000;

/** A source that counts what is read of it. */
function counted(bytes: Uint8Array): ByteSource & { readBytes: number } {
  const source = {
    ...sourceOfBytes(bytes),
    readBytes: 0,
    read: (offset: number, length: number) => {
      source.readBytes += length;
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
  return source;
}

async function readsOf(zip: Uint8Array): Promise<{ factor: number; result: VerifiedBundle }> {
  const source = counted(zip);
  const result = await verifyBundle(source, { policy: null });
  return { factor: source.readBytes / zip.length, result };
}

/** The bundle with one item made to carry so many transcripts of a line each, each by a reader of its own name. */
async function withTranscripts(zip: Uint8Array, count: number, reader: (n: number) => string) {
  const it = await unpack(zip);
  const names = Array.from({ length: count }, (_, index) => paths.transcriptName(index + 1));
  const transcripts = names.map((file, n) => ({ file, item: 'I0001', reader: reader(n), sealedAt: null }));
  editJson(it, paths.COVER_PATH, 0, cover => (cover['transcripts'] = transcripts));
  for (const file of names) it.files.set(paths.transcriptPath(file), utf8('{}\n'));
  return hide(it);
}

function detailsOf({ findings }: VerifiedBundle, check: string): string[] {
  return findings.find(finding => finding.check === check)?.details ?? [];
}

describe('the work of checking a bundle', () => {
  let zip: Uint8Array;
  before(async () => {
    ({ zip } = await makeSample({ items: [plainChatItem(MESSAGES)] }));
  });

  it('reads each byte a bounded number of times, however many transcripts are of one item', async () => {
    for (const count of [1, 50, 400]) {
      const many = await withTranscripts(zip, count, n => `unknown-${n}/1`);
      const { factor, result } = await readsOf(many);
      assert.ok(factor < 3, `${count} transcripts: ${factor}`);
      assert.equal(
        detailsOf(result, 'transcript-bytes').filter(line => line.includes('line 1')).length,
        count,
      );
    }
  });

  it('refuses two transcripts of one item by one reader, and looks at none', async () => {
    const twice = await withTranscripts(zip, 2, () => 'whatsapp-text/3');
    const { result } = await readsOf(twice);
    assert.deepEqual(detailsOf(result, 'cover'), [
      'Two transcripts in bundle.json are of one item by one reader that was told the same.',
    ]);
    assert.deepEqual(detailsOf(result, 'transcript-words'), ['bundle.json cannot be read.']);
  });

  it('does not read an item again for a version of a reader that it does not have', () => {
    const item = readItemOf(chatItem(5, '2026-11-23T20:31:01.000Z').bytes);
    let looks = 0;
    const watched = {
      looksLeft: item.looksLeft,
      get bytes() {
        looks += 1;
        return item.bytes;
      },
    };
    const check = (reader: string) => wordsCheck({ label: 'T0001', reader, item: watched, sealedAt: null });
    assert.equal(check('whatsapp-text/999').reread, false);
    assert.equal(looks, 0);
    assert.equal(check('whatsapp-text/3').reread, true);
    assert.equal(looks, 1);
  });

  it('looks through an item for words at most four times, and says when it went no further', async () => {
    const it = await unpack(zip);
    const transcripts = Array.from({ length: 40 }, (_, n) => ({
      file: paths.transcriptName(n + 1),
      item: 'I0001',
      reader: `x/${n}`,
      sealedAt: null,
    }));
    const lines = it.files.get(paths.transcriptPath('T0001')) ?? new Uint8Array(0);
    editJson(it, paths.COVER_PATH, 0, cover => (cover['transcripts'] = transcripts));
    for (const { file } of transcripts) it.files.set(paths.transcriptPath(file), lines);
    const { result } = await readsOf(await hide(it));
    const passedOver = detailsOf(result, 'transcript-words').filter(line => /many transcripts/.test(line));
    assert.equal(passedOver.length, 36);
    assert.match(
      passedOver[0] ?? '',
      /^T0005: this program does not have its reader, x\/4\. Not all its words/,
    );
  });

  it('counts down what it looked through, and stops at nothing left', () => {
    const item = readItemOf(utf8('words'.repeat(10)));
    for (let n = 0; n < 10; n += 1) {
      const words = wordsCheck({ label: 'T', reader: 'x/1', item, sealedAt: null });
      words.take({ number: 2, text: '' }, message([0, 50]));
      assert.equal(item.looksLeft, Math.max(0, 200 - (n + 1) * 50));
      assert.equal(words.passedOver, n >= 4);
    }
  });

  it('reads one proof once, however many entries of the record name it', async () => {
    const it = await unpack(zip);
    const proof = it.files.get([...it.files.keys()].find(path => path.endsWith('.tlog-proof')) ?? '');
    const entry = { commitment: toHex(new Uint8Array(32)), n: 7, reason: 'x' };
    const line = utf8(`${JSON.stringify(entry)}\n`);
    const padded = concatBytes(proof ?? new Uint8Array(0), new Uint8Array(100_000));
    it.files.set(paths.proofPath({ n: 7, id: null }), padded);
    it.files.set(paths.EVENTS_PATH, concatBytes(...Array.from({ length: 3000 }, () => line)));
    const { factor, result } = await readsOf(await hide(it));
    assert.ok(factor < 3, String(factor));
    assert.equal(detailsOf(result, 'log-entries').length, 3000);
  });
});

function message(span: [number, number]) {
  const fixed = { kind: 'text', written: null, instant: null, doubts: [], precision: 'none' } as const;
  return {
    type: 'message',
    n: 0,
    speaker: null,
    writtenText: '',
    body: 'w',
    span,
    rule: 'x',
    ...fixed,
  } as const;
}
