import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sha256, toHex, utf8 } from '../bytes/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import { buildBundle, decodeOrder, sourceOfBytes, verifyBundle } from './index.ts';
import { openingPath } from './paths.ts';
import { unpack } from './testing/hiding-adversary.ts';
import { bundleVector } from './testing/vector.ts';
import type { VectorCase } from './testing/vector.ts';

const FOLDER = join(import.meta.dirname, '../../../vectors/bundle');

function committed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

const { cases, bundleId, zipSha256 } = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as {
  cases: VectorCase[];
  bundleId: string;
  zipSha256: string;
};

describe('the bundle vectors', () => {
  for (const { file, why, policy, verdict, failed, notChecked } of cases) {
    it(`${file}${policy ? '' : ' without a policy'}: ${why}`, async () => {
      const decoded = decodePolicy(readFileSync(join(FOLDER, 'policy'), 'utf8'));
      assert.ok(decoded.ok);
      const given = policy ? decoded.policy : null;
      const result = await verifyBundle(sourceOfBytes(committed(file)), { policy: given });
      const having = (outcome: string) =>
        result.findings.filter(one => one.outcome === outcome).map(({ check }) => check);
      assert.deepEqual([having('failed'), having('not-checked')], [failed, notChecked]);
      assert.equal(result.verdict, verdict);
    });
  }

  it('are all used, and the good one is the bundle that its order builds, byte for byte', async () => {
    const zips = globSync('{ok,bad}/*.zip', { cwd: FOLDER });
    assert.deepEqual(new Set(zips), new Set(cases.map(({ file }) => file)));
    const zip = committed('ok/sample.zip');
    const order = decodeOrder(committed('order.json'));
    assert.ok(order);
    const { files } = await unpack(zip);
    const at = (path: string) => files.get(path) ?? new Uint8Array(0);
    const names = new Map(
      ['I0001', 'I0002'].map(name => [itemIn(at(openingPath(name))), `data/items/${name}.bin`]),
    );
    const sources = {
      item: (id: string) => [at(names.get(id) ?? '')],
      transcript: () => [at('data/transcripts/T0001.jsonl')],
      verifier: () => [at('verify/handover-verify.mjs')],
    };
    const proof = new TextDecoder().decode(at('continuity/bundle.tlog-proof'));
    const built = await buildBundle(order, sources, proof);
    assert.ok(built.ok);
    const pieces: Uint8Array[] = [];
    for await (const piece of built.chunks) pieces.push(piece);
    assert.deepEqual(new Uint8Array(Buffer.concat(pieces)), zip);
    assert.deepEqual([built.bundleId, toHex(sha256(zip))], [bundleId, zipSha256]);
  });

  it('are what the code in the tree makes: scripts/write-bundle-vectors.ts writes them', async () => {
    const made = await bundleVector();
    for (const [name, bytes] of made) {
      assert.ok(Buffer.compare(committed(name), bytes) === 0, `vectors/bundle/${name} differs`);
    }
    assert.notDeepEqual(made.get('ok/sample.zip'), utf8(''));
  });
});

function itemIn(opening: Uint8Array): string {
  const { facts } = JSON.parse(new TextDecoder().decode(opening)) as { facts: string };
  return (JSON.parse(Buffer.from(facts, 'base64').toString()) as { item: string }).item;
}
