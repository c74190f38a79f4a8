import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { decodePolicy, type Policy } from '#portable/tlog/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import {
  type Acknowledged,
  handInOverHttp,
  receiptByCode,
  receiptOf,
  returnCodeOf,
} from '#support/hand-in-over-http.ts';
import { killTree, makePlace, type Place, startHandover } from '#support/running-handover.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli', 'handover.ts');
/** Milliseconds after which something is killed: from before it has begun to near its end. */
const MOMENTS = [250, 450, 700, 1000, 1400];

const chat = (n: number) =>
  Buffer.from(
    `18/09/2026, 19:52 - Jay R: you there? ${n}\n18/09/2026, 19:53 - Elle: hi. had football then tea\n`,
  );

type Command = {
  readonly child: ChildProcess;
  readonly done: Promise<{ code: number | null; output: string }>;
};

function handover(place: Place, args: readonly string[]): Command {
  const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HANDOVER_DATA_DIR: place.dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', chunk => (output += String(chunk)));
  child.stderr?.on('data', chunk => (output += String(chunk)));
  return { child, done: new Promise(resolve => child.once('close', code => resolve({ code, output }))) };
}

/** Kills the command with SIGKILL at each of the moments, then lets it come to its end. */
async function killedThenDone(place: Place, args: readonly string[]): Promise<string> {
  for (const moment of MOMENTS) {
    const begun = handover(place, args);
    await sleep(moment);
    begun.child.kill('SIGKILL');
    const { code } = await begun.done;
    if (code === 0) break;
  }
  const { code, output } = await handover(place, args).done;
  assert.ok(code === 0 || /still there|not empty/.test(output), output);
  return output;
}

async function stop(started: ReturnType<typeof startHandover>): Promise<void> {
  started.child.kill('SIGTERM');
  await started.exited;
}

async function handInSome(place: Place, from: number, count: number): Promise<Acknowledged[]> {
  const taken: Acknowledged[] = [];
  for (let n = from; n < from + count; n += 1) {
    const done = await handInOverHttp(place, chat(n));
    assert.ok(done !== null);
    await receiptOf(done.visitor, done.reference);
    taken.push(done);
  }
  return taken;
}

function policyOf(place: Place): Policy {
  const decoded = decodePolicy(readFileSync(join(place.dataFolder, 'policy', 'force.tlog-policy'), 'utf8'));
  assert.ok(decoded.ok);
  return decoded.policy;
}

async function assertReceipts(place: Place, taken: readonly Acknowledged[]): Promise<void> {
  const policy = policyOf(place);
  for (const { visitor, reference, bytes } of taken) {
    const receipt = await receiptOf(visitor, reference);
    assert.equal(verifyReceipt(receipt, { policy, files: [bytes] }).verdict, 'verified', reference);
  }
}

test('a running installation is backed up, loses its database, is restored and rolled forward; killed hard at every stage it still comes to its end, and no receipt is lost', async () => {
  const place = await makePlace();
  const backups = mkdtempSync(join(tmpdir(), 'handover-backups-'));
  whenTestsEnd(() => rmSync(backups, { recursive: true, force: true }));
  const first = startHandover(place);
  await first.ready;
  const before = await handInSome(place, 0, 2);

  await killedThenDone(place, ['backup', backups]);
  assert.ok(
    readdirSync(backups).every(name => !name.startsWith('.')),
    'nothing half-made is left',
  );
  const later = await handInSome(place, 2, 4);
  const codes = await Promise.all(later.map(one => returnCodeOf(one.visitor)));
  await stop(first);

  renameSync(join(place.dataFolder, 'postgres'), join(backups, '.old-postgres'));
  const begun = handover(place, ['restore', backups, '--database-only']);
  await sleep(900);
  begun.child.kill('SIGKILL');
  await begun.done;
  if (existsSync(join(place.dataFolder, 'restoring'))) {
    const refused = startHandover(place);
    assert.equal(await refused.exited, 1);
    assert.match(refused.output(), /begun and not finished/);
  }
  await killedThenDone(place, ['restore', backups, '--database-only']);

  for (const moment of [1500, 2500, 3500]) {
    startHandover(place);
    await sleep(moment);
    await killTree(place);
  }
  const again = startHandover(place);
  await again.ready;
  await assertReceipts(place, before);
  // The browser's own page rests on a draft that the backup does not know; reference and code do not.
  for (const [n, { reference, bytes }] of later.entries()) {
    const receipt = await receiptByCode(place, reference, codes[n] ?? '');
    assert.equal(verifyReceipt(receipt, { policy: policyOf(place), files: [bytes] }).verdict, 'verified');
  }
  assert.match(
    (await handover(place, ['new-log', '--because', 'a test']).done).output,
    /running with this data folder/,
  );
  await assertReceipts(place, await handInSome(place, 90, 1));
  await stop(again);
  const inOrder = await handover(place, ['new-log', '--because', 'a test']).done;
  assert.deepEqual(
    [inOrder.code, /in order: nothing was closed/.test(inOrder.output)],
    [1, true],
    inOrder.output,
  );

  const elsewhere = { ...place, dataFolder: mkdtempSync(join(tmpdir(), 'handover-place-')) };
  whenTestsEnd(() => rmSync(elsewhere.dataFolder, { recursive: true, force: true }));
  assert.match((await handover(elsewhere, ['restore', backups]).done).output, /keys are not in this backup/);
  cpSync(join(place.dataFolder, 'keys'), join(elsewhere.dataFolder, 'keys'), { recursive: true });
  await killedThenDone(elsewhere, ['restore', backups]);
  const whole = startHandover(elsewhere);
  await whole.ready;
  await assertReceipts(elsewhere, before);
  await stop(whole);
});
