import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ageStreams } from '#adapters/age/index.ts';
import { readKeyRing } from '#adapters/files/key-ring.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { decodePolicy } from '#portable/tlog/index.ts';
import { handInOverHttp, receiptOf } from '#support/hand-in-over-http.ts';
import { makePlace, startHandover } from '#support/running-handover.ts';

const CHAT = Buffer.from('18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi\n');

test('a log that cannot be brought in step signs nothing, the doors stay open and say why, and what is handed in meanwhile is sealed once it can', async () => {
  const place = await makePlace();
  const first = startHandover(place);
  await first.ready;
  first.child.kill('SIGTERM');
  await first.exited;

  const heads = join(place.dataFolder, 'outside-backups');
  const keys = (await readKeyRing(join(place.dataFolder, 'keys'), ageStreams)) ?? assert.fail('no keys');
  const headFile = createHeadFile(heads, keys.origin);
  const known = (await headFile.read()) ?? assert.fail(`no head file in ${readdirSync(heads).join()}`);
  const signer = { name: keys.origin, secretKey: keys.logSecretKey };
  await headFile.write(signCheckpoint(signer, 99_999, new Uint8Array(32)));
  const published = readFileSync(join(place.dataFolder, 'log', 'checkpoint'), 'utf8');

  const held = startHandover(place);
  await held.ready;
  const taken = (await handInOverHttp(place, CHAT)) ?? assert.fail('the hand-in was not taken');
  assert.match(held.output(), /Sealing has stopped\. Hand-ins are still taken/);
  assert.match(held.output(), /The log will not start: the batch that ends with entry 99998 is missing/);
  assert.equal(readFileSync(join(place.dataFolder, 'log', 'checkpoint'), 'utf8'), published);
  held.child.kill('SIGTERM');
  assert.equal(await held.exited, 1);

  // The head file was at fault here, and is brought back.
  await headFile.write(known);
  const again = startHandover(place);
  await again.ready;
  const policy = decodePolicy(readFileSync(join(place.dataFolder, 'policy', 'force.tlog-policy'), 'utf8'));
  assert.ok(policy.ok);
  const receipt = await receiptOf(taken.visitor, taken.reference);
  assert.equal(verifyReceipt(receipt, { policy: policy.policy, files: [CHAT] }).verdict, 'verified');
  again.child.kill('SIGTERM');
  assert.equal(await again.exited, 0);
});
