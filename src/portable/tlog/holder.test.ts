import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { utf8 } from '../bytes/index.ts';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';

const entries = Array.from({ length: 12 }, (_, i) => leafHash(utf8(`event ${i}`)));
const extra = leafHash(utf8('an event of another day'));

/** What an operator who holds the key, the database and the disk might make of the log later. */
const REWRITES: readonly { readonly what: string; readonly log: readonly Uint8Array[] }[] = [
  { what: 'changes an event', log: entries.with(2, extra) },
  {
    what: 'changes the order of two events',
    log: entries.toSpliced(2, 2, entries[3] ?? extra, entries[2] ?? extra),
  },
  { what: 'takes an event out', log: entries.toSpliced(2, 1) },
  {
    what: 'puts an event in before those of the receipt, as if it had been there',
    log: entries.toSpliced(1, 0, extra),
  },
  { what: 'cuts off the newest events of the receipt', log: [...entries.slice(0, 5), ...entries.slice(6)] },
];

describe('whoever holds a receipt over the first 7 of 12 events can show it when the operator later', () => {
  const size = 7;
  const held = merkleRoot(entries.slice(0, size));

  for (const { what, log } of REWRITES) {
    test(what, () => {
      for (let later = size; later <= log.length; later += 1) {
        const root = merkleRoot(log.slice(0, later));
        // No proof the new log can give leads from the old root to the new one. Of one size, two signed roots say it all.
        const proof = consistencyProof(log.slice(0, later), size);
        assert.equal(
          verifyConsistency({ size1: size, root1: held, size2: later, root2: root, proof }),
          false,
        );
        if (later === size) assert.notDeepEqual(root, held);
      }
    });
  }

  test('does none of it: then every later root is reached, and every event is where the receipt says', () => {
    for (let later = size; later <= entries.length; later += 1) {
      const log = entries.slice(0, later);
      const root = merkleRoot(log);
      const proof = consistencyProof(log, size);
      assert.ok(verifyConsistency({ size1: size, root1: held, size2: later, root2: root, proof }));
      for (const [index, leaf] of entries.slice(0, size).entries()) {
        const claim = { leafHash: leaf, index, treeSize: later, proof: inclusionProof(log, index), root };
        assert.ok(verifyInclusion(claim));
      }
    }
  });
});
