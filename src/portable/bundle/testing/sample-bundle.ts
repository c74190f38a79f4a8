import { sha256, toBase64, toHex, utf8 } from '../../bytes/index.ts';
import { encodeEvent, encodeItemFacts, eventCommitment, itemCommitment } from '../../continuity/index.ts';
import type { ContinuityEvent, ItemFacts } from '../../continuity/index.ts';
import { encodeProofFile } from '../../tlog/index.ts';
import { BUNDLE_PRODUCED, bundleProducedFacts, encodeBundleProof } from '../bundle-proof.ts';
import { planBundle, writeBundle } from '../build.ts';
import type { BuiltBundle, BundleSources } from '../build.ts';
import { digestStream, NOBLE_HASHERS } from '../hashers.ts';
import type { Hashers } from '../hashers.ts';
import { decodeRecordLine, encodeRecordLine } from '../record-lines.ts';
import type { BundleOrder, OrderedEvent, OrderedTranscript } from '../order.ts';
import { sampleLog } from './sample-log.ts';
import type { SampleLog } from './sample-log.ts';

/** An item of a sample: `transcript` is its reading as JSON lines, when it has one. */
export type SampleItem = {
  name: string;
  bytes: Uint8Array;
  /** Its bytes in pieces instead, for an item too large to be held; `bytes` is then not looked at. */
  pieces?: () => Iterable<Uint8Array>;
  transcript?: { reader: string; lines: string };
  /** What it was taken out of, for an extract; otherwise it is a party export. */
  extractOf?: NonNullable<ItemFacts['extractOf']>;
};

export type SampleOptions = {
  items: SampleItem[];
  /** Numbers of events that are withheld. */
  withheld?: number[];
  /** Tells samples apart: every id and salt follows from it. */
  seed?: string;
  log?: SampleLog;
  verifier?: Uint8Array;
  hashers?: Hashers;
  /** Alters the `bundle-produced` event before it is sealed: what a dishonest issuer could sign. */
  produced?: (event: ContinuityEvent) => ContinuityEvent;
  /** The same for every event of the record. */
  recorded?: (event: ContinuityEvent) => ContinuityEvent;
  /** Alters the order before the bundle is planned. */
  ordered?: (order: BundleOrder) => BundleOrder;
  /** Another log for that event. */
  laterLog?: SampleLog;
};

/** A bundle made by our own code under a fixed test key, with all that went into it. */
export type Sample = {
  zip: Uint8Array;
  order: BundleOrder;
  sources: BundleSources;
  proof: string;
  bundleId: string;
  /** The tlog-policy a stranger would have from elsewhere. */
  policy: string;
  log: SampleLog;
};

type Chain = { entries: OrderedEvent[]; indexes: number[]; last: string | null };
type Happening = { type: string; at: string; facts: ContinuityEvent['facts'] };
type Context = Pick<SampleOptions, 'produced' | 'recorded' | 'laterLog'> & {
  seed: string;
  log: SampleLog;
  hashers: Hashers;
};

const REFERENCE = 'NS26-000001';
const FORCE = 'Northshire Police';
const RECEIVED = { reference: REFERENCE, force: FORCE };

function fixed(context: Context, label: string, sizeBytes: number): Uint8Array {
  return sha256(utf8(`${context.seed} ${label}`)).subarray(0, sizeBytes);
}

/** Makes a sample bundle: the same options give the same bytes. */
export async function makeSample(options: SampleOptions): Promise<Sample> {
  const { built, ...sample } = await beginSample(options);
  const pieces: Uint8Array[] = [];
  for await (const piece of built.chunks) pieces.push(piece);
  return { ...sample, zip: joined(pieces, built.sizeBytes) };
}

/** The same bundle, not yet written out: its bytes are in `built.chunks`. */
export async function beginSample(
  options: SampleOptions,
): Promise<Omit<Sample, 'zip'> & { built: BuiltBundle }> {
  const context: Context = {
    ...options,
    seed: options.seed ?? 'sample',
    log: options.log ?? sampleLog('northshire.example/log-7f3a', 'northshire'),
    hashers: options.hashers ?? NOBLE_HASHERS,
  };
  for (const word of ['before', 'us']) context.log.append(fixed(context, word, 32));
  const verifier = options.verifier ?? utf8('// the checking program stands here\n');
  const { order: honest, sources } = await makeOrder(context, options, verifier);
  const order = options.ordered?.(honest) ?? honest;
  const planned = await planBundle(order, sources, context.hashers);
  if (!planned.ok) throw new Error(JSON.stringify(planned));
  const proof = proveProduced(context, order, planned.plan);
  const built = await writeBundle(planned.plan, proof, context.hashers);
  return {
    built,
    order,
    sources,
    proof,
    bundleId: built.bundleId,
    policy: context.log.policy,
    log: context.log,
  };
}

function joined(pieces: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function makeOrder(
  context: Context,
  options: SampleOptions,
  verifier: Uint8Array,
): Promise<{ order: BundleOrder; sources: BundleSources }> {
  const items = await openItems(context, options.items);
  const chain: Chain = { entries: [], indexes: [], last: null };
  append(context, chain, happening('submission-received', 0, { ...RECEIVED, items: items.length }));
  for (const item of items) {
    append(context, chain, happening('item-sealed', 1, { item: item.id, content: item.content }));
  }
  append(context, chain, happening('desk-viewed', 50, { purpose: 'triage' }));
  append(context, chain, happening('submission-sealed', 51, { items: items.length }));
  context.log.append(fixed(context, 'somebody else', 32));
  const size = context.log.size();
  const events = chain.entries.map((entry, index) => {
    const proof = encodeProofFile(context.log.prove(chain.indexes[index] ?? 0, size));
    return withheld(options, { ...entry, proof });
  });
  const transcripts = items.flatMap(item => item.transcript);
  const order: BundleOrder = {
    format: 'handover-bundle-order/v1',
    name: 'NS26-000001_2026-11-23_01',
    reference: REFERENCE,
    force: FORCE,
    createdAt: '2026-11-23T21:00:00.000Z',
    software: {
      name: 'handover',
      version: '0.1.0',
    },
    checkpoint: context.log.checkpoint(size),
    policy: context.log.policy,
    items: items.map(({ facts, salt }) => ({
      facts,
      salt,
    })),
    transcripts: transcripts.map(({ lines: _lines, ...ordered }) => ordered),
    events,
    verifier: {
      sha256: toHex(sha256(verifier)),
      sizeBytes: verifier.length,
    },
  };
  const sources: BundleSources = {
    item: id => items.find(item => item.id === id)?.pieces() ?? [],
    transcript: wanted => [utf8(transcripts.find(one => one.sha256 === wanted.sha256)?.lines ?? '')],
    verifier: () => [verifier],
  };
  return { order, sources };
}

type OpenItem = {
  id: string;
  pieces: () => Iterable<Uint8Array>;
  facts: string;
  salt: string;
  content: string;
  transcript: (OrderedTranscript & { lines: string })[];
};

async function openItems(context: Context, items: readonly SampleItem[]): Promise<OpenItem[]> {
  const opened: OpenItem[] = [];
  for (const [index, { name, bytes, pieces = () => [bytes], transcript, extractOf }] of items.entries()) {
    const id = toHex(fixed(context, `item ${index}`, 16));
    const salt = fixed(context, `item salt ${index}`, 32);
    const found = await digestStream(pieces(), context.hashers);
    const digests = { sha256: toHex(found.sha256), sha512: toHex(found.sha512) };
    const of = extractOf ? { sourceClass: 'extract', extractOf } : { sourceClass: 'party-export' };
    const about = { item: id, name, ...digests, sizeBytes: found.sizeBytes, ...of };
    const facts = encodeItemFacts(about);
    opened.push({
      id,
      pieces,
      facts: toBase64(facts),
      salt: toHex(salt),
      content: toHex(itemCommitment(salt, facts)),
      transcript: transcript ? [readOf(id, transcript)] : [],
    });
  }
  return opened;
}

function readOf(item: string, { reader, lines }: { reader: string; lines: string }) {
  const bytes = utf8(lines);
  const digest = { sha256: toHex(sha256(bytes)), sizeBytes: bytes.length };
  return { item, reader, sealedAt: '2026-11-23T20:31:01.000Z', ...digest, lines };
}

function happening(type: string, second: number, facts: ContinuityEvent['facts']): Happening {
  return { type, at: `2026-11-23T20:31:${String(second % 60).padStart(2, '0')}.000Z`, facts };
}

function encodeNext(context: Context, chain: Chain, { type, at, facts }: Happening) {
  const n = chain.entries.length + 1;
  const event: ContinuityEvent = {
    v: 1,
    id: toHex(fixed(context, `event ${n}`, 16)),
    type,
    at,
    actor: {
      kind: 'system',
      id: 'sealing',
    },
    submission: {
      id: toHex(fixed(context, 'submission', 16)),
      n,
      previous: chain.last,
    },
    case: null,
    facts,
  };
  const alter = type === BUNDLE_PRODUCED ? context.produced : context.recorded;
  const altered = alter ? alter(event) : event;
  const eventBytes = encodeEvent(altered);
  const salt = fixed(context, `event salt ${n}`, 32);
  return { n, eventBytes, salt, commitment: eventCommitment(salt, eventBytes) };
}

function append(context: Context, chain: Chain, what: Happening): void {
  const { n, eventBytes, salt, commitment } = encodeNext(context, chain, what);
  chain.entries.push({ n, event: toBase64(eventBytes), salt: toHex(salt), proof: '' });
  chain.indexes.push(context.log.append(commitment));
  chain.last = toHex(commitment);
}

function withheld(options: SampleOptions, entry: OrderedEvent): OrderedEvent {
  if (!options.withheld?.includes(entry.n)) return entry;
  const { n, proof } = entry;
  return { n, commitment: commitmentOf(entry), reason: 'It concerns another person.', proof };
}

function proveProduced(
  context: Context,
  order: BundleOrder,
  plan: { bundleId: string; name: string },
): string {
  const last = order.events.at(-1);
  const chain: Chain = { entries: order.events, indexes: [], last: last ? commitmentOf(last) : null };
  const facts = bundleProducedFacts(plan);
  const next = encodeNext(context, chain, { type: BUNDLE_PRODUCED, at: '2026-11-23T21:00:01.000Z', facts });
  const log = context.laterLog ?? context.log;
  const index = log.append(next.commitment);
  log.append(fixed(context, 'somebody later', 32));
  const consistency = log.extend(checkpointSizeOf(order));
  return encodeBundleProof({ ...next, consistency }, log.prove(index, log.size()));
}

function checkpointSizeOf({ checkpoint }: BundleOrder): number {
  return Number(checkpoint.split('\n')[1]);
}

function commitmentOf(entry: OrderedEvent): string {
  const line = decodeRecordLine(encodeRecordLine(entry));
  if (!line.ok) throw new Error(line.reason);
  return line.line.commitment;
}
