import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newIdentity, openAge, recipientOf } from '#adapters/age/index.ts';
import { decodePolicy } from '#portable/tlog/index.ts';
import { decodeReceipt, recordCodeOf, verifyReceipt } from '#portable/receipt/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { makePlace, startHandover, type Place } from '#support/running-handover.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli', 'handover.ts');

type Ended = { code: number | null; text: string };

/** Runs `handover ARGS` as a person would in `folder`; kills it after `lifeMs` where that is given. */
function handover(place: Place, at: { folder: string; escrow: string; lifeMs?: number }, args: string[]) {
  const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
    cwd: at.folder,
    env: {
      HANDOVER_DATA_DIR: place.dataFolder,
      HANDOVER_ESCROW_RECIPIENTS: at.escrow,
    },
  });
  let text = '';
  child.stdout.on('data', chunk => (text += String(chunk)));
  child.stderr.on('data', chunk => (text += String(chunk)));
  if (at.lifeMs !== undefined) void sleep(at.lifeMs).then(() => child.kill('SIGKILL'));
  return new Promise<Ended>(resolve => child.once('close', code => resolve({ code, text })));
}

function firstHeader(headers: Buffer): Buffer {
  return headers.subarray(0, headers.indexOf('\n', headers.indexOf('\n--- ') + 1) + 1);
}

/** How many of the headers open the body: the one it was sealed under, and no other. */
async function countOpened(identity: string, headers: readonly Buffer[], body: Buffer): Promise<number> {
  const opened = await Promise.all(headers.map(header => openAge(Buffer.concat([header, body]), identity)));
  return opened.filter(plain => plain !== null).length;
}

test('files of this machine are sealed by the running product; then the keys are rotated, killed on the way and begun again; force and escrow open everything, and the product goes on', async () => {
  const place = await makePlace();
  const folder = mkdtempSync(join(tmpdir(), 'handover-seal-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  const bytes = Buffer.alloc(20_000_000, 'frames of a recording ');
  writeFileSync(join(folder, 'recording.bin'), bytes);
  const escrowIdentity = await newIdentity();
  const escrow = await recipientOf(escrowIdentity);
  const at = { folder, escrow };
  const seal = [
    'seal',
    '--from',
    'platform',
    '--source',
    'recording',
    '--giver',
    'Ms Poole',
    'recording.bin',
  ];

  assert.equal((await handover(place, at, seal)).code, 1, 'nothing runs yet');
  const first = startHandover(place);
  await first.ready;
  const sealed = await handover(place, at, seal);
  assert.equal(sealed.code, 0, sealed.text);
  const policy = decodePolicy(
    readFileSync(globSync(join(place.dataFolder, 'policy', '*.tlog-policy'))[0] ?? '', 'utf8'),
  );
  const receipt = readFileSync(globSync(join(folder, '*.handover-receipt'))[0] ?? '');
  const verified = verifyReceipt(receipt, { policy: policy.ok ? policy.policy : null, files: [bytes] });
  assert.equal(verified.verdict, 'verified');
  const decoded = decodeReceipt(receipt);
  const code = decoded.ok ? recordCodeOf(decoded.receipt) : null;
  assert.ok(code !== null && sealed.text.includes(`Record code: ${code}\n`), sealed.text);
  const refused = await handover(place, at, ['rotate-keys']);
  assert.deepEqual([refused.code, /is running/.test(refused.text)], [1, true]);
  process.kill(-(first.child.pid ?? 0), 'SIGINT');
  await first.exited;

  for (const lifeMs of [900, 1500, 2100]) await handover(place, { ...at, lifeMs }, ['rotate-keys']);
  const rotated = await handover(place, at, ['rotate-keys']);
  assert.equal(rotated.code, 0, rotated.text);
  const ring = JSON.parse(readFileSync(join(place.dataFolder, 'keys', 'key-ring.json'), 'utf8')) as {
    evidenceIdentity: string;
  };
  const whole = globSync(join(place.dataFolder, 'store', 'headers', '*', '*')).map(path =>
    readFileSync(path),
  );
  assert.ok(whole.length > 10);
  const bodies = globSync(join(place.dataFolder, 'store', 'bodies', '*', '*', '0000.age-body')).map(path =>
    readFileSync(path),
  );
  for (const identity of [ring.evidenceIdentity, escrowIdentity]) {
    let opened = 0;
    for (const body of bodies) opened += await countOpened(identity, whole.map(firstHeader), body);
    assert.equal(opened, bodies.length);
  }

  const second = startHandover(place);
  await second.ready;
  const again = await handover(place, at, seal);
  assert.equal(again.code, 0, again.text);
  process.kill(-(second.child.pid ?? 0), 'SIGINT');
  await second.exited;
});
