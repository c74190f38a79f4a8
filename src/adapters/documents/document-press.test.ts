import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DocumentAnswer } from '#domain/receipts/index.ts';
import { createDocumentPress, PRESS_LIMITS, type PressLimits } from './document-press.ts';
import { vectorSheet } from './testing/sheets.ts';

describe('the confined press', () => {
  let folder: string;
  let programs = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'handover-press-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a hostile program in the place of the press. */
  async function runHostile(code: string, limits: PressLimits = PRESS_LIMITS): Promise<DocumentAnswer> {
    const program = join(folder, `hostile-${(programs += 1)}.mjs`);
    writeFileSync(program, code);
    return createDocumentPress(limits, program).typeset(vectorSheet());
  }

  for (const [what, code] of Object.entries({
    'read a file': `const { readFileSync } = await import('node:fs'); readFileSync('/etc/hostname');`,
    'write a file': `const { writeFileSync } = await import('node:fs'); writeFileSync('${tmpdir()}/handover-escaped', 'x');`,
    'start a program': `const { execFileSync } = await import('node:child_process'); execFileSync('/bin/true');`,
    'start a thread': `const { Worker } = await import('node:worker_threads'); new Worker('1', { eval: true });`,
    'load a program of the machine': `process.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6');`,
    'open a connection': `const { connect } = await import('node:net'); await new Promise((done, fail) => connect(1, '127.0.0.1').on('error', fail).on('connect', done));`,
  })) {
    test(`a hostile press cannot ${what}`, async () => {
      const answer = await runHostile(
        `try { ${code} } catch (error) { if (/ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED/.test(error.code)) console.log('%PDF-denied'); }`,
      );
      assert.ok(answer.ok);
      assert.equal(Buffer.from(answer.pdf).toString().trim(), '%PDF-denied');
    });
  }

  test('memory is bounded, that of WebAssembly too', async () => {
    const held = `const held = []; for (let i = 0; i < 40; i++) { const memory = new WebAssembly.Memory({ initial: 1024 }); new Uint8Array(memory.buffer).fill(1); held.push(memory); }`;
    const whole = await runHostile(`${held.replace('40', '4')} console.log('%PDF-');`);
    assert.equal(whole.ok, true);
    assert.deepEqual(await runHostile(`${held} console.log('%PDF-');`), { ok: false, reason: 'crashed' });
  });

  test('a press that never ends is ended by the processor limit, and one that waits by the clock on the wall', async () => {
    assert.deepEqual(await runHostile(`for (;;);`, { ...PRESS_LIMITS, cpuSeconds: 1 }), {
      ok: false,
      reason: 'time',
    });
    const waits = `await new Promise(done => setTimeout(done, 1e9));`;
    assert.deepEqual(await runHostile(waits, { ...PRESS_LIMITS, wallMs: 600 }), {
      ok: false,
      reason: 'time',
    });
  });

  test('what a press says is no document when it ends with a fault, is something else, or never stops talking', async () => {
    const crashed = { ok: false, reason: 'crashed' };
    assert.deepEqual(await runHostile(`console.log('%PDF-half'); process.exitCode = 1;`), crashed);
    assert.deepEqual(await runHostile(`console.log('<html>');`), crashed);
    const talks = `import { writeSync } from 'node:fs'; const line = Buffer.from('%PDF-'.padEnd(1 << 16)); for (;;) writeSync(1, line);`;
    assert.equal((await runHostile(talks)).ok, false);
  });

  test('the press itself cannot make a document in less memory than its compiler needs', async () => {
    const small = createDocumentPress({ ...PRESS_LIMITS, memoryMegabytes: 300 });
    assert.deepEqual(await small.typeset(vectorSheet()), { ok: false, reason: 'crashed' });
  });
});
