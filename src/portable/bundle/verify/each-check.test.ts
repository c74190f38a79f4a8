import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { CanonicalValue } from '../../bytes/index.ts';
import { utf8 } from '../../bytes/index.ts';
import { decodeProofFile, encodeProofFile, decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import * as paths from '../paths.ts';
import { hide, unpack, zipOf } from '../testing/hiding-adversary.ts';
import type { Unpacked } from '../testing/hiding-adversary.ts';
import { editEvent, editJson, editLines, editOpened, editText, textOf } from '../testing/meddling.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { Sample } from '../testing/sample-bundle.ts';
import { chatItem, plainChatItem } from '../testing/sample-chat.ts';
import { sampleLog } from '../testing/sample-log.ts';
import { failuresOf } from '../testing/tampering.ts';
import { verifyBundle } from './verify-bundle.ts';

const SEALED_AT = '2026-11-23T20:31:01.000Z';
const ORIGIN = 'northshire.example/log-7f3a';
const ITEMS = [chatItem(6, SEALED_AT), plainChatItem(5), { name: 'notes.txt', bytes: utf8('what happened') }];
const LISTS = [paths.MANIFEST_256_PATH, paths.TAG_MANIFEST_PATH];
const [NARROW, TAGS] = LISTS as [string, string];
const I3 = paths.itemPath('I0003');

type Members = Record<string, CanonicalValue>;

/** What is done, the files that are left as they were meddled with, and what the check must then say. */
type Meddling = [what: string, meddle: (it: Unpacked) => void, says: RegExp, keep?: string[]];

function proofOf(it: Unpacked, n: number): string {
  const { event } = JSON.parse(textOf(it, paths.EVENTS_PATH).split('\n')[n - 1] ?? '') as { event: string };
  const { id } = JSON.parse(Buffer.from(event, 'base64').toString()) as { id: string };
  return paths.proofPath({ n, id });
}

function submission(event: Members): Members {
  return event['submission'] as Members;
}

const MEDDLINGS: Meddling[] = [
  [
    'a file that is gone',
    it => it.files.delete(I3),
    /^complete: data\/items\/I0003\.bin is listed and not here\./m,
    LISTS,
  ],
  [
    'a file that is new',
    it => it.files.set('data/x', utf8('x')),
    /^complete: data\/x is here and not listed\./m,
    LISTS,
  ],
  [
    'a malformed list',
    it => editLines(it, NARROW, l => l.toReversed()),
    /^complete: Line 2 of manifest-sha256/m,
    [NARROW],
  ],
  [
    'a list without its last line end',
    it => editText(it, NARROW, t => t.trimEnd()),
    /^complete: manifest-sha256\.txt does not end/m,
    [NARROW],
  ],
  [
    'a wrong digest on the list',
    it => editText(it, NARROW, flip),
    /^unchanged: data\/items\/I0001\.bin is not/m,
    [NARROW],
  ],
  [
    'a record file that is gone',
    it => it.files.delete('bagit.txt'),
    /^record-files: bagit\.txt is listed and not here\./m,
    LISTS,
  ],
  [
    'a record file that is new',
    it => it.files.set('x', utf8('x')),
    /^record-files: x is here and not listed\./m,
    LISTS,
  ],
  [
    'a record file that differs',
    it => it.files.set('bagit.txt', utf8('x')),
    /^record-files: bagit\.txt is not/m,
    LISTS,
  ],
  [
    'a malformed record list',
    it => editText(it, TAGS, t => `${t}x\n`),
    /^record-files: Line \d+ of tagmanifest/m,
    [TAGS],
  ],
  [
    'another bagit.txt',
    it => it.files.set('bagit.txt', utf8('x')),
    /^order: bagit\.txt is not that of a bag/m,
  ],
  [
    'another bag-info.txt',
    it => it.files.set('bag-info.txt', utf8('x')),
    /^order: bag-info\.txt does not say/m,
  ],
  [
    'another HOW-TO-CHECK.txt',
    it => editText(it, paths.HOW_TO_CHECK_PATH, t => t.replace('sha256sum', 'true')),
    /^order: verify\/HOW-TO-CHECK\.txt is not the fixed text\./m,
  ],
  [
    'a proof that is gone',
    it => it.files.delete(proofOf(it, 2)),
    /^order: continuity\/proofs\/\w+\.tlog-proof is not here\./m,
  ],
  [
    'a policy that is none',
    it => it.files.set(paths.POLICY_PATH, utf8('x')),
    /^heads-signed: continuity\/policy is not a policy\./m,
  ],
  [
    'a policy of another key',
    it => it.files.set(paths.POLICY_PATH, utf8(sampleLog(ORIGIN, 'x').policy)),
    /^heads-signed: The head .* is not signed by the key/m,
  ],

  [
    'a seal that says nothing',
    it => editEvent(it, 2, e => delete (e['facts'] as Members)['content']),
    /^items: Entry 2 of the record does not say what it sealed\./m,
  ],
  [
    'a seal of other facts',
    it => editEvent(it, 2, e => ((e['facts'] as Members)['content'] = 'ab'.repeat(32))),
    /I0001: its facts are not the ones that were sealed\./,
  ],
  [
    'a second seal of one item',
    sealTwice,
    /I0001: the record holds 2 sealings of it, not one\. I0002: the record holds 0 sealings/,
  ],
  [
    'facts of another size',
    editFacts(f => (f['sizeBytes'] = 5)),
    /I0003: it has 13 bytes, and 5 were sealed\./,
  ],
  [
    'facts of another SHA-256',
    editFacts(f => (f['sha256'] = 'ab'.repeat(32))),
    /I0003: its bytes do not have the sealed SHA-256\./,
  ],
  [
    'facts of another SHA-512',
    editFacts(f => (f['sha512'] = 'ab'.repeat(64))),
    /I0003: its bytes do not have the sealed SHA-512\./,
  ],
  [
    'facts of another item',
    editFacts(f => (f['item'] = 'ab'.repeat(16))),
    /I0003: its facts are those of another item\./,
  ],
  [
    'an opening that is none',
    it => it.files.set(paths.openingPath('I0003'), utf8('{}\n')),
    /^items: I0003: its facts cannot be read\./m,
  ],
  [
    'an opening without its line end',
    it => editText(it, paths.openingPath('I0003'), t => t.trimEnd()),
    /I0003: its facts cannot be read\./,
  ],

  [
    'an event that changed',
    it => editEvent(it, 2, e => (e['at'] = '2026-11-23T20:31:02.000Z')),
    /^record: Entry 3 of the record does not follow/m,
  ],
  [
    'an event of another number',
    it => editEvent(it, 6, e => (submission(e)['n'] = 9)),
    /^record: Entry 6 of the record carries another number/m,
  ],
  [
    'an event of another submission',
    it => editEvent(it, 6, e => (submission(e)['id'] = 'ab'.repeat(16))),
    /^record: Entry 6 of the record is of another submission/m,
  ],
  [
    'an event with an id that was used',
    reuseId,
    /^record: Entry 6 of the record has the id of an earlier one\./m,
  ],
  [
    'an empty record',
    it => it.files.set(paths.EVENTS_PATH, utf8('')),
    /^record: The continuity record does not end/m,
  ],
  [
    'a record without its last line end',
    it => editText(it, paths.EVENTS_PATH, t => t.trimEnd()),
    /^record: The continuity record does not end/m,
  ],
  [
    'a line of the record that is none',
    it => editLines(it, paths.EVENTS_PATH, l => l.with(1, '{}')),
    /^record: Line 2 of the continuity record cannot/m,
  ],
  [
    'another reference on the cover',
    it => editText(it, paths.COVER_PATH, t => t.replace('NS26-000001","soft', 'NS26-000002","soft')),
    /^cover: bundle\.json names another reference/m,
  ],
  [
    'another force on the cover',
    it => editText(it, paths.COVER_PATH, t => t.replace('Northshire', 'Westvale')),
    /^cover: bundle\.json names another force/m,
  ],

  [
    'extra data in a proof',
    it => editProof(it, 2, p => ({ ...p, extra: utf8('x') })),
    /^log-entries: Entry 2 of the record: its proof is missing/m,
  ],
  [
    'a proof under another head',
    it => editProof(it, 2, p => ({ ...p, checkpoint: `${p.checkpoint}x` })),
    /Entry 2 of the record: its proof is under another head/,
  ],
  [
    'a proof with another index',
    it => editProof(it, 3, p => ({ ...p, index: 0 })),
    /Entry 3 of the record: it stands before an earlier entry/,
  ],
  [
    'a proof that leads elsewhere',
    it => editProof(it, 3, p => ({ ...p, hashes: p.hashes.slice(1) })),
    /Entry 3 of the record: its proof does not lead/,
  ],
];

function flip(text: string): string {
  return `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`;
}

function editFacts(change: (facts: Members) => void): (it: Unpacked) => void {
  return it => editJson(it, paths.openingPath('I0003'), 0, opening => editOpened(opening, 'facts', change));
}

function sealTwice(it: Unpacked): void {
  let item: CanonicalValue = '';
  editEvent(it, 2, e => (item = (e['facts'] as Members)['item'] ?? ''));
  editEvent(it, 3, e => ((e['facts'] as Members)['item'] = item));
}

function reuseId(it: Unpacked): void {
  let id: CanonicalValue = '';
  editEvent(it, 2, e => (id = e['id'] ?? ''));
  editEvent(it, 6, e => (e['id'] = id));
}

type Proof = Parameters<typeof encodeProofFile>[0];

function editProof(it: Unpacked, n: number, change: (proof: Proof) => Proof): void {
  const decoded = decodeProofFile(textOf(it, proofOf(it, n)));
  assert.ok(decoded.ok);
  it.files.set(proofOf(it, n), utf8(encodeProofFile(change(decoded.proof))));
}

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

describe('each check of a bundle', () => {
  let sample: Sample;
  let policy: Policy;
  before(async () => {
    sample = await makeSample({ items: ITEMS });
    policy = policyFrom(sample.policy);
  });

  it('passes before anything is meddled with', async () => {
    const result = await verifyBundle(sourceOfBytes(sample.zip), { policy });
    assert.deepEqual([result.verdict, failuresOf(result)], ['verified', '']);
  });

  for (const [what, meddle, says, keep] of MEDDLINGS) {
    it(`names ${what}`, async () => {
      const unpacked = await unpack(sample.zip);
      meddle(unpacked);
      const result = await verifyBundle(sourceOfBytes(await hide(unpacked, keep)), { policy });
      assert.equal(result.verdict, 'failed');
      assert.match(failuresOf(result), says);
    });
  }

  it('without SHA-512 compares every digest but the sealed SHA-512 of an item', async () => {
    for (const [digest, length, says] of [
      ['sha512', 128, false],
      ['sha256', 64, true],
    ] as const) {
      const unpacked = await unpack(sample.zip);
      editFacts(facts => (facts[digest] = 'a'.repeat(length)))(unpacked);
      const result = await verifyBundle(sourceOfBytes(await hide(unpacked)), { policy, sha512: false });
      assert.equal(failuresOf(result).includes('do not have the sealed SHA-'), says, digest);
    }
  });

  it('names a file outside the folder', async () => {
    const { folder, files } = await unpack(sample.zip);
    const moved = new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
    const zip = await zipOf(null, moved.set(`${folder}x/stray`, utf8('x')));
    const result = await verifyBundle(sourceOfBytes(zip), { policy });
    assert.equal(failuresOf(result), `zip: ${folder}x/stray lies outside the bundle's folder.`);
  });
});
