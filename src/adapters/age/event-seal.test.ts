import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  createEventOpener,
  createEventSealer,
  createSealer,
  newIdentity,
  openAge,
  recipientOf,
} from './index.ts';
import { splitAge } from './age-file.ts';

const AGE = ['/usr/bin/age', '/usr/local/bin/age', '/opt/homebrew/bin/age'].find(path => existsSync(path));
const withoutAge = AGE === undefined ? 'the age command is not installed on this machine' : false;
const SIZES = [0, 1, 200, 65_535, 65_536, 65_537, 131_072, 200_000];

function payloadOf(sizeBytes: number): Buffer {
  return Buffer.from(Array.from({ length: sizeBytes }, (_, i) => (i * 7) % 251));
}

describe('sealed events', () => {
  test('what one process seals is opened by each recipient, by the age library, and by nobody else', async () => {
    const [evidence, escrow, stranger] = [await newIdentity(), await newIdentity(), await newIdentity()];
    const sealer = createEventSealer([await recipientOf(evidence), await recipientOf(escrow)]);
    for (const size of SIZES) {
      const sealed = sealer.seal(payloadOf(size));
      for (const identity of [evidence, escrow]) {
        assert.deepEqual(createEventOpener([identity]).open(sealed), payloadOf(size));
        assert.deepEqual(Buffer.from((await openAge(sealed, identity)) ?? []), payloadOf(size));
      }
      assert.equal(createEventOpener([stranger]).open(sealed), null);
    }
  });

  test('the standard age tool opens every size', { skip: withoutAge }, async () => {
    const identity = await newIdentity();
    const sealer = createEventSealer([await recipientOf(identity)]);
    const folder = mkdtempSync(join(tmpdir(), 'handover-event-seal-'));
    writeFileSync(join(folder, 'identity'), `${identity}\n`, { mode: 0o600 });
    for (const size of SIZES) {
      const done = spawnSync(AGE ?? '', ['-d', '-i', join(folder, 'identity')], {
        input: sealer.seal(payloadOf(size)),
      });
      assert.equal(done.status, 0, done.stderr.toString());
      assert.deepEqual(done.stdout, payloadOf(size));
    }
    rmSync(folder, { recursive: true });
  });

  test('what the age library seals is opened too', async () => {
    const identity = await newIdentity();
    const sealed = await createSealer(await recipientOf(identity)).seal(payloadOf(70_000));
    assert.deepEqual(createEventOpener([identity]).open(sealed), payloadOf(70_000));
  });

  test('one header serves a process, another process has another, and no two bodies are alike', async () => {
    const recipients = [await recipientOf(await newIdentity())];
    const [one, two] = [createEventSealer(recipients), createEventSealer(recipients)];
    const [a, b, c] = [one.seal(payloadOf(9)), one.seal(payloadOf(9)), two.seal(payloadOf(9))].map(splitAge);
    assert.deepEqual(a?.header, b?.header);
    assert.notDeepEqual(a?.header, c?.header);
    assert.notDeepEqual(a?.body, b?.body);
  });

  test('changed in any byte or cut anywhere it opens to null and never throws', async () => {
    const identity = await newIdentity();
    const sealed = createEventSealer([await recipientOf(identity)]).seal(payloadOf(40));
    const opener = createEventOpener([identity]);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(opener.open(changed), null, `byte ${at} changed`);
      assert.equal(opener.open(sealed.subarray(0, at)), null, `cut at ${at}`);
    }
  });

  test('chunks moved, left out at the end or added are noticed', async () => {
    const identity = await newIdentity();
    const sealed = createEventSealer([await recipientOf(identity)]).seal(payloadOf(131_072));
    const opener = createEventOpener([identity]);
    const start = (splitAge(sealed)?.header.length ?? 0) + 16;
    const chunk = (n: number) => sealed.subarray(start + n * 65_552, start + (n + 1) * 65_552);
    const front = sealed.subarray(0, start);
    for (const chunks of [[chunk(1), chunk(0)], [chunk(0)], [chunk(0), chunk(1), chunk(1)]]) {
      assert.equal(opener.open(Buffer.concat([front, ...chunks])), null);
    }
  });
});
