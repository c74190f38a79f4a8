import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { decodeUtf8, utf8 } from '../bytes/index.ts';
import { howToCheck } from './how-to-check.ts';
import { hide, unpack } from './testing/hiding-adversary.ts';
import { makeSample } from './testing/sample-bundle.ts';
import type { Sample } from './testing/sample-bundle.ts';
import { plainChatItem } from './testing/sample-chat.ts';

const TOOLS = ['bash', 'unzip', 'openssl', 'sha256sum', 'basenc', 'awk'];
const absent = TOOLS.filter(tool => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
const SKIP = absent.length > 0 && `not on this machine: ${absent.join(', ')}`;
const ITEMS = [plainChatItem(5), { name: 'notes.txt', bytes: utf8('what happened') }];

/** Exactly the lines that a person would type: those indented by eight. */
function commands(name: string): string {
  const text = decodeUtf8(howToCheck(name)) ?? '';
  return [...text.matchAll(/^ {8}(.*)$/gm)].map(([, line]) => line).join('\n');
}

describe('HOW-TO-CHECK.txt', { skip: SKIP }, () => {
  const made: string[] = [];
  after(() => made.forEach(folder => rmSync(folder, { recursive: true })));

  function typed(zip: Uint8Array, { order, policy }: Sample): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'handover-by-hand-'));
    made.push(folder);
    const unpackedIn = join(folder, 'empty');
    mkdirSync(unpackedIn);
    writeFileSync(join(unpackedIn, `${order.name}.zip`), zip);
    writeFileSync(join(folder, 'force.tlog-policy'), policy);
    const done = spawnSync('bash', ['-c', commands(order.name)], { cwd: unpackedIn, encoding: 'utf8' });
    return `${done.stdout}${done.stderr}`.trim().split('\n');
  }

  it('works as typed: lists, commitments, chain, inclusion and signatures, with nothing of ours', async () => {
    const sample = await makeSample({ items: ITEMS, withheld: [6] });
    const lines = typed(sample.zip, sample);
    const starting = (start: string) => lines.filter(line => line.startsWith(start));
    assert.equal(starting('in the log: ').length, 6);
    assert.equal(starting('Signature Verified Successfully').length, 6);
    const contents = starting('item ').map(line => line.slice(5));
    assert.equal(contents.length, 2);
    for (const content of contents) assert.ok(lines.some(line => line.includes(`"content":"${content}"`)));
    const commitments = starting('event ').map(line => line.slice(6));
    for (const commitment of commitments.slice(0, -1)) {
      assert.ok(
        lines.some(line => line.includes(`"previous":"${commitment}"`)),
        commitment,
      );
    }
    assert.ok(lines.includes(`${sample.bundleId}  tagmanifest-sha256.txt`));
    assert.ok(lines.some(line => line.includes(`"bundle":"${sample.bundleId}"`)));
    assert.deepEqual(
      lines.filter(line => /NOT IN|FAILED|^[<>]|rror/.test(line)),
      [],
    );
  });

  it('shows a changed item, an extra file and a proof that does not fit', async () => {
    const sample = await makeSample({ items: ITEMS });
    const unpacked = await unpack(sample.zip);
    unpacked.files.set('data/items/I0002.bin', utf8('something else'));
    unpacked.files.set('continuity/extra', utf8('more'));
    const [one, two] = [...unpacked.files.keys()].filter(path => path.startsWith('continuity/proofs/'));
    unpacked.files.set(one ?? '', unpacked.files.get(two ?? '') ?? utf8(''));
    const lists = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
    const lines = typed(await hide(unpacked, lists), sample);
    assert.ok(lines.includes('data/items/I0002.bin: FAILED'));
    assert.ok(lines.includes('< continuity/extra'));
    assert.ok(lines.includes(`NOT IN THE LOG: ${one}`));
  });
});
