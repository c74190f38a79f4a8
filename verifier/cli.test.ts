import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeSample } from '../src/portable/bundle/testing/sample-bundle.ts';
import type { Sample } from '../src/portable/bundle/testing/sample-bundle.ts';
import { chatItem } from '../src/portable/bundle/testing/sample-chat.ts';
import { runVerify } from './cli.ts';
import type { Report } from './report.ts';
import { sampleReceipt } from './testing/sample-receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-verify-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

async function run(
  args: string[],
  allDigestsBytes?: number,
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await runVerify(
    args,
    {
      out: text => {
        written.out += text;
      },
      err: text => {
        written.err += text;
      },
      progress: false,
    },
    allDigestsBytes,
  );
  return { code, ...written };
}

describe('handover-verify', () => {
  let sample: Sample;
  before(async () => {
    sample = await makeSample({ items: [chatItem(12, '2026-11-23T20:31:01.000Z')], withheld: [3] });
    writeFileSync(at('bundle.zip'), sample.zip);
    writeFileSync(at('policy'), sample.policy);
    writeFileSync(at('key'), sample.log.key);
    writeFileSync(at('empty'), '');
  });

  it('says first that the bundle is unchanged and that this does not show the conversation happened', async () => {
    const { code, out } = await run(['--policy', at('policy'), at('bundle.zip')]);
    assert.equal(code, 0);
    assert.match(
      out,
      /^VERIFIED: Unchanged since police received it on 23 November 2026 \(UTC\); this does not show/m,
    );
    assert.match(out, /^ {2}passed {7}1 transcript is what the reader makes of the item, line by line\.$/m);
    assert.match(out, /^ {15}- Entry 3: It concerns another person\.$/m);
    const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    assert.match(out, /^Checked \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    assert.ok(out.includes(`\nSHA-256 of the file ${sha(sample.zip)}\n`));
    assert.ok(out.includes(`\nSHA-256 of the policy ${sha(Buffer.from(sample.policy))}\n`));
    assert.match(out, /^Log northshire\.example\/log-7f3a, key [0-9a-f]{8}$/m);
    assert.match(out, /^What this does not show:\n {2}- that what was handed in was true/m);
  });

  it('reads a large bundle once, says which digests it left out, and works them out when asked', async () => {
    const large = (...args: string[]) => run([...args, '--policy', at('policy'), at('bundle.zip')], 1000);
    const { code, out } = await large();
    assert.equal(code, 0);
    assert.match(out, /^Items were compared by their SHA-256\. .*add --all-digests\.$/m);
    assert.doesNotMatch(out, /SHA-256 of the file/);
    const [fewer, all] = await Promise.all([large('--json'), large('--json', '--all-digests')]);
    const [short, long] = [JSON.parse(fewer.out) as Report, JSON.parse(all.out) as Report];
    assert.deepEqual([short.checked.sha256, short.checked.allDigests], [null, false]);
    assert.deepEqual([long.checked.sha256?.length, long.checked.allDigests], [64, true]);
    assert.deepEqual(short.findings, long.findings);
  });

  it('names a large bundle that is bad by the digest of its every byte', async () => {
    const bad = sample.zip.with(sample.zip.length >> 1, 0xff);
    writeFileSync(at('bad.zip'), bad);
    const { code, out } = await run(['--policy', at('policy'), at('bad.zip')], 1000);
    assert.equal(code, 1);
    assert.ok(out.includes(`\nSHA-256 of the file ${createHash('sha256').update(bad).digest('hex')}\n`));
  });

  it('takes the bare public key of the log for a policy', async () => {
    assert.equal((await run(['--policy', at('key'), at('bundle.zip')])).code, 0);
  });

  it('explains what each check means and does not prove when asked', async () => {
    const { out } = await run(['--explain', at('bundle.zip')]);
    const count = (words: string) => out.split(words).length - 1;
    assert.equal(count('What this means:'), 20);
    assert.equal(count('What it does not prove:'), 20);
  });

  it('prints one JSON report that holds the verdict, the exit code and every finding', async () => {
    const { code, out } = await run(['--json', at('bundle.zip')]);
    const report = JSON.parse(out) as Report;
    assert.equal(code, 3);
    assert.deepEqual([report.verdict, report.exitCode], ['issuer-not-established', 3]);
    assert.deepEqual(
      [report.kind, report.reference, report.bundleId],
      ['bundle', 'NS26-000001', sample.bundleId],
    );
    assert.equal(report.findings.length, 20);
  });

  it('says a sentence and exits 2 for what it cannot use', async () => {
    for (const [args, words] of [
      [[], /Say which bundle or receipt/],
      [[at('nothing.zip')], /cannot be opened\. There is no such file\./],
      [[folder], /cannot be opened\. It is not a file\./],
      [['--policy', at('nothing'), at('bundle.zip')], /policy .* cannot be read\. There is no such file\./],
      [['--policy', at('bundle.zip'), at('bundle.zip')], /The policy .* cannot be used\./],
      [['--policy'], /--policy needs a file/],
      [['--file'], /--file needs a file/],
      [['--policy', 'a', '--policy', 'b', 'c'], /--policy is given twice/],
      [['--quiet', at('bundle.zip')], /--quiet is not known/],
      [['--json', '--json', at('bundle.zip')], /--json is given twice/],
      [[at('bundle.zip'), at('empty')], /compared with a receipt only/],
    ] as const) {
      const { code, err, out } = await run([...args]);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, words);
    }
  });

  it('tells somebody who watches how far it has come, and cleans up after itself', async () => {
    let told = '';
    const io = { out: () => {}, err: (text: string) => (told += text), progress: true };
    assert.equal(await runVerify(['--policy', at('policy'), at('bundle.zip')], io), 0);
    assert.match(told, /Checking files, \d+%/);
    assert.match(told, /Checking transcripts, 0%/);
    assert.ok(told.endsWith('\r\u001b[K'));
  });

  it('calls an empty file unusable', async () => {
    const { code, out } = await run([at('empty')]);
    assert.equal(code, 2);
    assert.match(out, /^NOT USABLE: /m);
  });

  it('prints its help and exits 0', async () => {
    const { code, out } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(out, /^Usage: handover-verify \[--policy force\.tlog-policy\]/);
  });

  it('makes control and direction characters of a name visible', async () => {
    writeFileSync(at('a\u202eb'), 'no bundle');
    const { out } = await run([at('a\u202eb')]);
    assert.match(out, /^a<U\+202E>b$/m);
  });

  it('checks a receipt, and files against it', async () => {
    const item = chatItem(12, '2026-11-23T20:31:01.000Z');
    writeFileSync(at('x.handover-receipt'), await sampleReceipt([item]));
    writeFileSync(at('chat.txt'), item.bytes);
    const good = await run(['--policy', at('policy'), at('x.handover-receipt'), at('chat.txt')]);
    assert.equal(good.code, 0, good.out);
    assert.match(good.out, /The file is an item of this receipt, byte for byte\./);
    const named = await run(['--policy', at('policy'), '--file', at('chat.txt'), at('x.handover-receipt')]);
    assert.match(named.out, /This file is item 1, WhatsApp Chat with Jay\.txt, byte for byte as received\./);
    const other = await run(['--policy', at('policy'), at('x.handover-receipt'), at('key')]);
    assert.equal(other.code, 1);
    assert.match(other.out, /^DOES NOT FIT: The receipt is good\. This file is not one of its items\.$/m);
    assert.equal((await run([at('x.handover-receipt')])).code, 3);
  });

  it('says of a receipt what was received when, item by item, and under which log', async () => {
    const item = chatItem(12, '2026-11-23T20:31:01.000Z');
    writeFileSync(
      at('x.handover-receipt'),
      await sampleReceipt([item, { name: 'a\u202eb', bytes: item.bytes.subarray(1) }]),
    );
    const { out } = await run(['--policy', at('policy'), at('x.handover-receipt')]);
    const digest = createHash('sha256').update(item.bytes).digest('hex');
    const lines = [
      'What the receipt says:',
      '  Reference          NS26-000001',
      '  Force              Northshire Police',
      '  Received           2026-11-23 20:31:00 UTC',
      '  Sealed             2026-11-23 20:31:51 UTC',
      '  Log                northshire.example/log-7f3a',
      '  Newest checkpoint  8 entries',
      '  Item 1             WhatsApp Chat with Jay.txt',
      `                     ${item.bytes.length} bytes, party-export`,
      `                     SHA-256 ${digest}`,
      '  Item 2             a<U+202E>b',
    ];
    assert.ok(out.includes(lines.join('\n')), out);
    assert.match(
      out,
      /^ {2}This receipt proves only that these bytes were received by the times recorded in it\./m,
    );
    const unknown = await run([at('x.handover-receipt')]);
    assert.match(unknown.out, /^What the file says of itself:$/m);
    const { out: json } = await run(['--json', at('x.handover-receipt'), at('key')]);
    const { receipt, files } = JSON.parse(json) as Report;
    assert.deepEqual([receipt?.items.length, receipt?.checkpointSize], [2, 8]);
    assert.deepEqual([files[0]?.name, files[0]?.likeness], ['key', 'none']);
  });

  it('says of a file that is no item which one it is most like', async () => {
    const item = chatItem(12, '2026-11-23T20:31:01.000Z');
    writeFileSync(at('x.handover-receipt'), await sampleReceipt([item]));
    writeFileSync(at('WhatsApp Chat with Jay.txt'), 'opened and saved again');
    const { out, code } = await run([
      at('x.handover-receipt'),
      '--file',
      at('WhatsApp Chat with Jay.txt'),
      '--file',
      at('key'),
    ]);
    assert.equal(code, 1);
    const [, here] = out.split('Your files:');
    assert.match(
      here ?? '',
      new RegExp(
        `not among the items\\. Item 1 has the same name and other bytes: ${item.bytes.length} were received, 22 are here\\.`,
      ),
    );
    assert.match(
      here ?? '',
      /key\n {4}This file is not among the items, and none has its name or its size\./,
    );
  });
});
