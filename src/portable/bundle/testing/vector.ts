import { decodeUtf8, sha256, toHex, utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { encodeOrder } from '../order.ts';
import * as paths from '../paths.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';
import { hide, unpack } from './hiding-adversary.ts';
import type { Unpacked } from './hiding-adversary.ts';
import { makeSample } from './sample-bundle.ts';
import type { Sample, SampleItem } from './sample-bundle.ts';
import { chatItem } from './sample-chat.ts';
import { sampleLog } from './sample-log.ts';

/** A case of `cases.json`: the file, whether the policy is given, and what a check has to find. */
export type VectorCase = {
  file: string;
  why: string;
  policy: boolean;
  verdict: string;
  failed: string[];
  notChecked: string[];
};

const SEALED_AT = '2026-11-23T20:31:01.000Z';
const EXTRACT = {
  name: 'WhatsApp Chat - Elle.zip',
  sizeBytes: 48213,
  sha256: 'ab'.repeat(32),
  member: '_chat.txt',
  extractor: 'handover-extract/1',
};

function items(): SampleItem[] {
  const account = { name: 'what-happened.txt', bytes: utf8('They asked her to keep it secret.\n') };
  return [{ ...chatItem(12, SEALED_AT), extractOf: EXTRACT }, account];
}

type Meddling = { name: string; why: string; meddle: (unpacked: Unpacked) => void };

function text(unpacked: Unpacked, path: string): string {
  return decodeUtf8(unpacked.files.get(path) ?? new Uint8Array(0)) ?? '';
}

function edit(path: string, change: (before: string) => string): (unpacked: Unpacked) => void {
  return unpacked => unpacked.files.set(path, utf8(change(text(unpacked, path))));
}

const ITEM = paths.itemPath('I0001');

/** Each hides its traces: manifests and zip fields are worked out anew. */
const MEDDLINGS: Meddling[] = [
  {
    name: 'changed-item',
    why: 'A word of an item was changed, and every list and zip field was worked out anew.',
    meddle: edit(ITEM, before => before.replace('the rain', 'the snow')),
  },
  {
    name: 'changed-transcript',
    why: 'A word of a transcript was changed, and every list and zip field was worked out anew.',
    meddle: edit(paths.transcriptPath('T0001'), before => before.replace('the rain', 'the snow')),
  },
  {
    name: 'dropped-event',
    why: 'The second line of the continuity record was taken out.',
    meddle: edit(paths.EVENTS_PATH, before => before.split('\n').toSpliced(1, 1).join('\n')),
  },
  {
    name: 'edited-cover',
    why: 'bundle.json names another force.',
    meddle: edit(paths.COVER_PATH, before => before.replace('Northshire', 'Westvale')),
  },
  {
    name: 'extra-file',
    why: 'A third item was added that nothing calls for.',
    meddle: unpacked => unpacked.files.set('data/items/I0003.bin', utf8('one more')),
  },
];

/** The files of vectors/bundle, made by our own code under a fixed test key. */
export async function bundleVector(): Promise<Map<string, Uint8Array>> {
  const sample = await makeSample({ items: items(), withheld: [4] });
  const forger = await makeSample({ items: items(), log: sampleLog(sample.log.origin, 'a forger') });
  const files = new Map<string, Uint8Array>([
    ['policy', utf8(sample.policy)],
    ['order.json', encodeOrder(sample.order)],
    ['ok/sample.zip', sample.zip],
    ['bad/foreign-key.zip', forger.zip],
    ['bad/forked-log.zip', (await forkedSample()).zip],
    [
      'bad/flipped-bit.zip',
      sample.zip.with(sample.zip.length >> 1, (sample.zip[sample.zip.length >> 1] ?? 0) ^ 1),
    ],
  ]);
  for (const { name, meddle } of MEDDLINGS) {
    const unpacked = await unpack(sample.zip);
    meddle(unpacked);
    files.set(`bad/${name}.zip`, await hide(unpacked));
  }
  files.set('cases.json', await casesOf(sample, files));
  return files;
}

/** The signer of the log shows two histories: the record under one head, the sealing of the bundle under another. */
async function forkedSample(): Promise<Sample> {
  const laterLog = sampleLog('northshire.example/log-7f3a', 'northshire');
  for (let n = 0; n < 12; n += 1) laterLog.append(sha256(utf8(`another history ${n}`)));
  return makeSample({ items: items(), withheld: [4], laterLog });
}

async function casesOf(sample: Sample, files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zips: [string, string, boolean][] = [
    ['ok/sample.zip', 'A good bundle, checked under the policy of its log.', true],
    ['ok/sample.zip', 'The same bundle without a policy from outside.', false],
    [
      'bad/foreign-key.zip',
      'The whole bundle was made anew under another key with the name of the log.',
      true,
    ],
    ['bad/forked-log.zip', 'The later head of the log does not extend the earlier one.', true],
    ['bad/flipped-bit.zip', 'One bit was turned, and nothing was worked out anew.', true],
    ...MEDDLINGS.map(({ name, why }): [string, string, boolean] => [`bad/${name}.zip`, why, true]),
  ];
  const cases: VectorCase[] = [];
  for (const [file, why, given] of zips) {
    cases.push(
      await caseOf(files.get(file) ?? new Uint8Array(0), { file, why, policy: given ? sample.policy : null }),
    );
  }
  const about = 'Made by the code of this repository under a fixed test key. Nobody outside published these.';
  const good = { bundleId: sample.bundleId, zipSha256: toHex(sha256(sample.zip)) };
  return utf8(`${JSON.stringify({ about, ...good, cases }, null, 2)}\n`);
}

async function caseOf(
  zip: Uint8Array,
  { file, why, policy }: { file: string; why: string; policy: string | null },
): Promise<VectorCase> {
  const decoded = policy === null ? null : decodePolicy(policy);
  const given = decoded?.ok ? decoded.policy : null;
  const { verdict, findings } = await verifyBundle(sourceOfBytes(zip), { policy: given });
  const having = (outcome: string) =>
    findings.filter(one => one.outcome === outcome).map(({ check }) => check);
  return {
    file,
    why,
    policy: given !== null,
    verdict,
    failed: having('failed'),
    notChecked: having('not-checked'),
  };
}
