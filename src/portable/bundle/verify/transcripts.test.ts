import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { transcriptPath } from '../paths.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import type { Unpacked } from '../testing/hiding-adversary.ts';
import { editJson, editLines, editText } from '../testing/meddling.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { Sample } from '../testing/sample-bundle.ts';
import { chatItem, plainChatItem } from '../testing/sample-chat.ts';
import { failuresOf } from '../testing/tampering.ts';
import { verifyBundle } from './verify-bundle.ts';

const ITEMS = [chatItem(6, '2026-11-23T20:31:01.000Z'), plainChatItem(5)];
const T1 = transcriptPath('T0001');
const T2 = transcriptPath('T0002');

/** What is done to a transcript, and what the check must then say. */
const MEDDLINGS: [what: string, meddle: (it: Unpacked) => void, says: RegExp][] = [
  [
    'a transcript out of order',
    it => editLines(it, T1, l => [...l.slice(1), l[0] ?? '']),
    /^transcript-bytes: T0001: line 1 is out of place\./m,
  ],
  [
    'a message of another number',
    it => editJson(it, T1, 2, m => (m['n'] = 7)),
    /T0001: message 8 stands where message 2 should\./,
  ],
  [
    'a transcript of another reader',
    it => editJson(it, T2, 0, m => (m['reader'] = 'x/1')),
    /T0002: it was made by x\/1, not by plain-test\/0/,
  ],
  [
    'a transcript of another size',
    it => editJson(it, T2, 0, m => (m['bytes'] = 7)),
    /T0002: it is of 7 bytes, and the item has \d+\./,
  ],
  [
    'a transcript by a reader that this program has not, that says how its format was found',
    it =>
      editJson(
        it,
        T2,
        0,
        m =>
          (m['detection'] = {
            format: 'plain-test',
            confidence: 'high',
            reasons: [],
            broken: null,
            runnersUp: [],
          }),
      ),
    /T0002: its first line says more than a transcript may\./,
  ],
  [
    'a transcript that miscounts messages',
    it => editJson(it, T2, 0, m => (m['messages'] = 7)),
    /T0002: it says 7 messages and holds 5\./,
  ],
  [
    'a transcript that miscounts bytes',
    it => editJson(it, T2, 0, m => (m['unreadBytes'] = 7)),
    /T0002: it says 7 bytes are unread and lists 0\./,
  ],
  [
    'a transcript that leaves bytes out',
    it => editJson(it, T2, 2, m => (m['span'] = [0, 1])),
    /T0002: its spans leave out bytes of the item, or overlap\./,
  ],
  [
    'a transcript line that is none',
    it => editLines(it, T2, l => l.with(1, '{}')),
    /T0002: line 2 is not a line of a reading\./,
  ],
  [
    'a transcript without its last line end',
    it => editText(it, T1, t => t.trimEnd()),
    /T0001: line 7 is not a line of a reading\./,
  ],
  [
    'a word that the item does not give',
    it => editJson(it, T1, 2, m => (m['body'] = 'something else')),
    /^transcript-words: T0001, line 3: "body" of message 2 is not what the item gives\./m,
  ],
  [
    'a transcript that ends early',
    it => editLines(it, T1, l => l.slice(0, -1)),
    /^transcript-words: T0001: it ends before the item does\./m,
  ],
  [
    'a transcript that goes on',
    it => editLines(it, T1, l => [...l, l.at(-1) ?? '']),
    /T0001, line 8: is more than the item gives\./,
  ],
  [
    'a word not in its bytes',
    it => editJson(it, T2, 2, m => (m['body'] = 'something else')),
    /^transcript-words: T0002, message 2: its words are not/m,
  ],
  [
    'a time not in its bytes',
    it => editJson(it, T2, 2, m => (m['writtenText'] = '99/99/99')),
    /^transcript-words: T0002, message 2: its words are not/m,
  ],
];

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

describe('the check of transcripts', () => {
  let sample: Sample;
  let policy: Policy;
  before(async () => {
    sample = await makeSample({ items: ITEMS });
    policy = policyFrom(sample.policy);
  });

  for (const [what, meddle, says] of MEDDLINGS) {
    it(`names ${what}`, async () => {
      const unpacked = await unpack(sample.zip);
      meddle(unpacked);
      const result = await verifyBundle(sourceOfBytes(await hide(unpacked)), { policy });
      assert.match(failuresOf(result), says);
    });
  }

  it('says that a transcript by an unknown reader was not read again, and no more', async () => {
    const { findings } = await verifyBundle(sourceOfBytes(sample.zip), { policy });
    const words = findings.find(({ check }) => check === 'transcript-words');
    assert.equal(words?.outcome, 'not-checked');
    assert.deepEqual(words?.details, ['T0002: this program does not have its reader, plain-test/0.']);
  });

  it('finds the words of an unknown reader through the escapes of JSON', async () => {
    const bytes = utf8('{"text":"caf\\u00e9 \\"one\\"\\n"}');
    const plain = plainChatItem(1).transcript?.lines ?? '';
    const [head = '', message = ''] = plain.split('\n');
    const lines = [
      { ...(JSON.parse(head) as object), bytes: bytes.length },
      { ...(JSON.parse(message) as object), writtenText: '', body: 'café "one"\n', span: [0, bytes.length] },
    ];
    const transcript = {
      reader: 'plain-test/0',
      lines: lines.map(line => `${JSON.stringify(line)}\n`).join(''),
    };
    const made = await makeSample({ items: [{ name: 'x.json', bytes, transcript }] });
    const result = await verifyBundle(sourceOfBytes(made.zip), { policy: policyFrom(made.policy) });
    assert.equal(failuresOf(result), '');
  });
});
