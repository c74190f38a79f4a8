import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeSample } from '../src/portable/bundle/testing/sample-bundle.ts';
import type { Sample } from '../src/portable/bundle/testing/sample-bundle.ts';
import { chatItem } from '../src/portable/bundle/testing/sample-chat.ts';
import { toBase64 } from '../src/portable/bytes/index.ts';
import { decodeReceipt, recordCodeOf } from '../src/portable/receipt/index.ts';
import { runVerify } from './cli.ts';
import { sampleReceipt } from './testing/sample-receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-against-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => (written.out += text),
    err: (text: string) => (written.err += text),
    progress: false,
  };
  const code = await runVerify(['--policy', at('force.tlog-policy'), ...args], io);
  return { code, ...written };
}

describe('what is held against a receipt or a bundle', () => {
  let sample: Sample;
  let code: string;
  /** Entries in the log when the receipt was issued. */
  let issued: number;
  before(async () => {
    const items = [chatItem(6, '2026-11-23T20:31:01.000Z')];
    sample = await makeSample({ items });
    const receipt = await sampleReceipt(items);
    const decoded = decodeReceipt(receipt);
    code = (decoded.ok ? recordCodeOf(decoded.receipt) : null) ?? assert.fail();
    issued = Number(sample.order.checkpoint.split('\n')[1]);
    writeFileSync(at('x.handover-receipt'), receipt);
    writeFileSync(at('bundle.zip'), sample.zip);
    writeFileSync(at('force.tlog-policy'), sample.policy);
    for (const size of [issued - 2, issued, sample.log.size()])
      writeFileSync(at(`checkpoint-${size}`), sample.log.checkpoint(size));
    const proof = sample.log.extend(issued).map(hash => `${toBase64(hash)}\n`);
    writeFileSync(at('proof'), proof.join(''));
    writeFileSync(at('later'), 'The proof is being made. Ask again in a second.\n');
    writeFileSync(at('receipt.pdf'), '%PDF-1.7\n');
  });

  it('a log that grew passes with its proof, and asks for it by both sizes without', async () => {
    const size = sample.log.size();
    const asked = ['--checkpoint', at(`checkpoint-${size}`), at('x.handover-receipt')];
    const without = await run(...asked);
    assert.equal(without.code, 0, without.out);
    assert.match(
      without.out,
      /not checked {2}Whether the log was rewritten was not checked: no consistency proof/,
    );
    assert.match(without.out, new RegExp(`consistency\\?from=${issued}&to=${size}`));
    const grown = await run(...asked, '--consistency', at('proof'));
    assert.equal(grown.code, 0);
    assert.match(grown.out, /passed {7}The published log holds what the log of this receipt held/);
  });

  it('a log cut short fails in words for a court when it was fetched later, and the receipt stays good', async () => {
    const args = ['--explain', '--later', '--checkpoint', at(`checkpoint-${issued - 2}`)];
    const { code: exit, out } = await run(...args, at('x.handover-receipt'));
    assert.equal(exit, 1);
    assert.match(
      out,
      /^DOES NOT FIT: The receipt is good\. The log signed for entries in it that it does not publish\.$/m,
    );
    assert.match(out, /FAILED {6} The log signed for 2 more entries in this receipt than it publishes\./);
    assert.match(out, /Keep both files unaltered/);
  });

  it('a shorter checkpoint that nobody says was fetched later accuses nobody', async () => {
    const { code: exit, out } = await run(
      ...['--checkpoint', at(`checkpoint-${issued - 2}`), '--explain'],
      at('x.handover-receipt'),
    );
    assert.equal(exit, 0);
    assert.match(out, /not checked {2}The published checkpoint has 2 entries fewer: it may be older/);
    assert.match(out, /more\s+than\s+two\s+minutes\s+after/);
    assert.doesNotMatch(out, /FAILED|DOES NOT FIT/);
  });

  it('the code that was written down finds its event in receipt and bundle, as people write it', async () => {
    const written = code.toLowerCase().replaceAll('-', ' ');
    for (const file of ['x.handover-receipt', 'bundle.zip']) {
      const { code: exit, out } = await run('--code', written, at(file));
      assert.equal(exit, 0, out);
      assert.match(out, /passed {7}The record holds the event whose code was written down\./);
      const other = await run('--code', 'Q19N-9JBB-6N5W-356X-FQTZ', at(file));
      assert.equal(other.code, 1);
      assert.match(other.out, /FAILED {6} The record does not hold the event whose code was written down\./);
    }
    assert.match(
      (await run('--code', 'Q19N-9JBB-6N5W-356X-FQTZ', at('x.handover-receipt'))).out,
      /^DOES NOT FIT: The receipt is good\. It is not the record whose code was written down\.$/m,
    );
  });

  it('an event of a bundle that is withheld is found by its code all the same', async () => {
    const items = [chatItem(6, '2026-11-23T20:31:01.000Z')];
    const { zip } = await makeSample({ items, withheld: [4] });
    writeFileSync(at('withheld.zip'), zip);
    const { out } = await run('--code', code, at('withheld.zip'));
    assert.match(out, /passed {7}The record holds the event whose code was written down\./);
  });

  it('a damaged bundle says that the code was not looked for', async () => {
    writeFileSync(at('cut.zip'), sample.zip.subarray(0, -9));
    const { out } = await run('--code', code, at('cut.zip'));
    assert.match(out, /not checked {2}Whether the record holds the event of the code was not checked/);
  });

  it('a sentence says what cannot be used', async () => {
    const receipt = at('x.handover-receipt');
    for (const [args, words] of [
      [['--code', 'Q19N-9JBB-6N5W-356X-FQTY', receipt], /not 20 letters and digits that fit together/],
      [['--code'], /--code needs a code/],
      [['--consistency', at('proof'), receipt], /needs the checkpoint that it leads to/],
      [
        ['--checkpoint', at('nothing'), receipt],
        /The checkpoint .* cannot be read\. There is no such file\./,
      ],
      [['--checkpoint', at('proof'), at('bundle.zip')], /compared with a receipt only/],
      [['--checkpoint', at('proof'), receipt], /given as the checkpoint is not one\. Fetch it again/],
      [
        ['--checkpoint', at(`checkpoint-${issued}`), '--consistency', at('later'), receipt],
        /given as the consistency proof is not one\./,
      ],
      [['--later', receipt], /--later is said of a checkpoint/],
      [[at('receipt.pdf')], /there to be read.*name ends in \.handover-receipt/],
    ] as const) {
      const { code: exit, err, out } = await run(...args);
      assert.deepEqual([exit, out], [2, ''], args.join(' '));
      assert.match(err, words);
    }
  });
});
