import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { decodeUtf8, sha256, toHex, utf8 } from '../bytes/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import type { Policy } from '../tlog/index.ts';
import { sourceOfBytes } from './byte-source.ts';
import * as paths from './paths.ts';
import { hide, unpack, zipOf } from './testing/hiding-adversary.ts';
import type { Unpacked } from './testing/hiding-adversary.ts';
import { makeSample } from './testing/sample-bundle.ts';
import type { Sample } from './testing/sample-bundle.ts';
import { plainChatItem } from './testing/sample-chat.ts';
import { sampleLog } from './testing/sample-log.ts';
import { failuresOf } from './testing/tampering.ts';
import { verifyBundle } from './verify/verify-bundle.ts';
import type { VerifiedBundle } from './verify/verify-bundle.ts';

const ITEMS = [plainChatItem(6), { name: 'notes.txt', bytes: utf8('what happened') }];
const ORIGIN = 'northshire.example/log-7f3a';

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

function textOf(unpacked: Unpacked, path: string): string {
  return decodeUtf8(unpacked.files.get(path) ?? new Uint8Array(0)) ?? '';
}

/** The event lines of the record. */
function recordOf(unpacked: Unpacked): string[] {
  return textOf(unpacked, paths.EVENTS_PATH).trimEnd().split('\n');
}

function setRecord(unpacked: Unpacked, lines: string[]): void {
  unpacked.files.set(paths.EVENTS_PATH, utf8(lines.map(line => `${line}\n`).join('')));
}

function swap(unpacked: Unpacked, one: string, other: string): void {
  const { files } = unpacked;
  const [a, b] = [files.get(one), files.get(other)];
  assert.ok(a && b);
  files.set(one, b).set(other, a);
}

function failedChecks(result: VerifiedBundle): string[] {
  return result.findings.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
}

describe('an adversary who hides every trace', () => {
  let sample: Sample;
  let other: Sample;
  let policy: Policy;
  before(async () => {
    sample = await makeSample({ items: ITEMS });
    other = await makeSample({ items: ITEMS, seed: 'other' });
    policy = policyFrom(sample.policy);
  });

  async function afterMeddling(meddle: (unpacked: Unpacked) => void): Promise<VerifiedBundle> {
    const unpacked = await unpack(sample.zip);
    meddle(unpacked);
    const result = await verifyBundle(sourceOfBytes(await hide(unpacked)), { policy });
    assert.equal(result.verdict, 'failed');
    return result;
  }

  it('changes nothing when nothing is meddled with', async () => {
    assert.deepEqual(await hide(await unpack(sample.zip)), sample.zip);
  });

  it('cannot swap the bytes of two items', async () => {
    const result = await afterMeddling(it => swap(it, 'data/items/I0001.bin', 'data/items/I0002.bin'));
    assert.match(failuresOf(result), /^items: I0001: .* I0002: /m);
  });

  it('cannot swap two items together with their openings', async () => {
    const result = await afterMeddling(it => {
      swap(it, 'data/items/I0001.bin', 'data/items/I0002.bin');
      swap(it, 'data/items/I0001.json', 'data/items/I0002.json');
    });
    assert.match(failuresOf(result), /^items: I0001: its facts are those of another item\./m);
  });

  it('cannot drop an event from the middle of the record', async () => {
    const result = await afterMeddling(it => setRecord(it, recordOf(it).toSpliced(1, 1)));
    assert.match(failuresOf(result), /^record: Entry 2 of the record is missing\./m);
    assert.match(failuresOf(result), /^order: continuity\/proofs\/\w+\.tlog-proof belongs to nothing/m);
  });

  it('cannot drop the last event of the record, with its proof', async () => {
    const result = await afterMeddling(it => {
      const lines = recordOf(it);
      const proofs = [...it.files.keys()].filter(path => path.startsWith('continuity/proofs/'));
      setRecord(it, lines.slice(0, -1));
      const kept = lines.length - 1;
      for (const path of proofs)
        if (!sample.order.events.slice(0, kept).some(e => owns(e, path))) it.files.delete(path);
    });
    assert.deepEqual(failedChecks(result), ['counts', 'sealed-list']);
    assert.match(failuresOf(result), /does not follow the last entry of the record/);
  });

  it('cannot reorder the events', async () => {
    const result = await afterMeddling(it => {
      const [first = '', second = '', ...rest] = recordOf(it);
      setRecord(it, [second, first, ...rest]);
    });
    assert.match(failuresOf(result), /^record: .*Entry 1 of the record stands in the wrong place\./m);
  });

  it('cannot withhold an event that was not withheld', async () => {
    const result = await afterMeddling(it => {
      const lines = recordOf(it);
      const commitment = toHex(sha256(utf8('another')));
      setRecord(it, lines.with(3, `{"commitment":"${commitment}","n":4,"reason":"It is secret."}`));
    });
    assert.ok(failedChecks(result).includes('log-entries'));
    assert.match(failuresOf(result), /^sealed-list: /m);
  });

  it('cannot put the proof of another bundle in place of its own', async () => {
    const foreign = await unpack(other.zip);
    const result = await afterMeddling(it => {
      it.files.set(paths.BUNDLE_PROOF_PATH, foreign.files.get(paths.BUNDLE_PROOF_PATH) ?? utf8(''));
    });
    assert.match(failuresOf(result), /^sealed-list: The list that was sealed has the SHA-256 /m);
    assert.match(failuresOf(result), /does not follow the last entry of the record/);
  });

  it('cannot have an event proved by the proof of another', async () => {
    const result = await afterMeddling(it => {
      const [one = '', two = ''] = [...it.files.keys()].filter(path => path.startsWith('continuity/proofs/'));
      swap(it, one, two);
    });
    assert.match(failuresOf(result), /^log-entries: Entry \d of the record: its proof does not lead/m);
  });

  it('cannot make the whole bundle anew under another key with the name of the log', async () => {
    const forged = await makeSample({ items: ITEMS, log: sampleLog(ORIGIN, 'a forger') });
    const result = await verifyBundle(sourceOfBytes(forged.zip), { policy });
    assert.deepEqual(failedChecks(result), ['checkpoint-signed']);
    assert.match(
      failuresOf(result),
      /is signed by another key of the same name \([0-9a-f]{8}; yours is [0-9a-f]{8}\)\./,
    );
    assert.equal(
      (await verifyBundle(sourceOfBytes(forged.zip), { policy: null })).verdict,
      'issuer-not-established',
    );
  });

  it('cannot edit bundle.json', async () => {
    const result = await afterMeddling(it => {
      const edited = textOf(it, paths.COVER_PATH).replace('Northshire Police', 'Westvale Police');
      it.files.set(paths.COVER_PATH, utf8(edited));
    });
    assert.match(failuresOf(result), /^order: bag-info\.txt does not say what bundle\.json/m);
    assert.match(failuresOf(result), /^sealed-list: /m);
  });

  it('cannot edit a line of a transcript', async () => {
    const path = paths.transcriptPath('T0001');
    const result = await afterMeddling(it =>
      it.files.set(path, utf8(textOf(it, path).replace('the rain', 'my mum'))),
    );
    assert.match(
      failuresOf(result),
      /^transcript-words: T0001, message \d+: its words are not in its bytes\./m,
    );
    assert.match(failuresOf(result), /^sealed-list: /m);
  });

  it('cannot drop a line of a transcript', async () => {
    const path = paths.transcriptPath('T0001');
    const result = await afterMeddling(it => {
      it.files.set(path, utf8(textOf(it, path).split('\n').toSpliced(3, 1).join('\n')));
    });
    assert.match(failuresOf(result), /^transcript-bytes: T0001: message 4 stands where message 3 should/m);
    assert.match(failuresOf(result), /its spans leave out bytes of the item/);
  });

  it('cannot add a file', async () => {
    for (const path of ['data/items/I0003.bin', 'continuity/extra.txt', 'fetch.txt']) {
      const result = await afterMeddling(it => it.files.set(path, utf8('more')));
      assert.ok(failuresOf(result).includes(`order: ${path} belongs to nothing in the bundle.`), path);
    }
  });

  it('cannot leave out any file', async () => {
    for (const path of (await unpack(sample.zip)).files.keys()) {
      const result = await afterMeddling(it => it.files.delete(path));
      assert.ok(failuresOf(result).includes(path), `${path}\n${failuresOf(result)}`);
    }
  });

  it('cannot add a signature that nobody can check, or one twice, to the last proof', async () => {
    const foreign = sampleLog('elsewhere.example/log', 'elsewhere');
    foreign.append(sha256(utf8('x')));
    const extra = foreign.checkpoint(1).split('\n\n')[1] ?? '';
    for (const more of [extra, sample.proof.slice(sample.proof.lastIndexOf('\u2014'))]) {
      const result = await afterMeddling(it =>
        it.files.set(paths.BUNDLE_PROOF_PATH, utf8(sample.proof + more)),
      );
      assert.deepEqual(failedChecks(result), ['heads-signed']);
    }
  });

  it('cannot put everything under another folder name', async () => {
    const { files } = await unpack(sample.zip);
    const result = await verifyBundle(sourceOfBytes(await zipOf('another-name', files)), { policy });
    assert.deepEqual(failedChecks(result), ['cover']);
  });
});

function owns(entry: Sample['order']['events'][number], path: string): boolean {
  if (!('event' in entry)) return false;
  const event = JSON.parse(Buffer.from(entry.event, 'base64').toString()) as { id: string };
  return path.includes(event.id);
}
