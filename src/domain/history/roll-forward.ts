import { equalBytes } from '#portable/bytes/index.ts';
import { HandoverError } from '../error.ts';
import { decodeEvent, encodeEntry, eventCommitment } from '#portable/continuity/index.ts';
import { newTiles } from '#portable/tlog/index.ts';
import type { BatchEntry, OpenedBatch } from './batch.ts';
import { decodeEventPayload } from './event-payload.ts';
import { batchesOn, findBatches, readBatch } from './find-batches.ts';
import { type Elsewhere, knownHeads } from './known-heads.ts';
import { createGrownTiles, type GrownTiles } from './grown-tiles.ts';
import { mendTiles } from './mend-tiles.ts';
import type { EventOpener, HistoryStore, RolledBatch, RolledEvent, TileStore } from './ports.ts';
import { siftRows } from './row-rules.ts';
import { isSameHead, openSignedHead, type SignedHead } from './signed-head.ts';

/** Tiles are written after so many batches: one by one, most of the time would go into partial tiles that soon are full. */
const FLUSH_EVERY = 256;

export type RollForwardParts = Elsewhere & {
  readonly history: HistoryStore;
  readonly tiles: TileStore;
  readonly opener: EventOpener;
  readonly progress: (batches: number, of: number) => void;
};

/**
 * `in-step`: nothing outside the database is newer. `rolled`: the database was behind and has everything again. `cannot`:
 * a newer head is known and the way to it is not whole; `lastKnown` is the newest checkpoint that anybody holds.
 * `hasHeadFile` false: nothing outside every backup was asked, so "nothing is newer" is what this machine alone says.
 */
export type RollForward =
  | { readonly outcome: 'in-step'; readonly size: number; readonly hasHeadFile: boolean }
  | RolledForward
  | { readonly outcome: 'cannot'; readonly why: string; readonly lastKnown: string };

/** `leftOut` names rows that did not fit their events and were not written: nobody honest made them. */
type RolledForward = {
  readonly outcome: 'rolled';
  readonly batches: number;
  readonly from: number;
  readonly to: number;
  readonly hasHeadFile: boolean;
  readonly leftOut: readonly string[];
};

/**
 * Brings a database that was restored from a backup up to the newest head that was ever signed, from the batches on the
 * shelf (integrity.md 1.9, "Restored backups"). Every event, salt, entry and root is checked against the signed heads
 * before its batch is written; each batch is one transaction, so it can be stopped anywhere and run again. Signs nothing.
 */
export async function rollForward(parts: RollForwardParts): Promise<RollForward> {
  const checkpoint = await parts.history.checkpoint();
  const head = openSignedHead(checkpoint, parts.key);
  const cannot = (why: string, lastKnown: string): RollForward => ({ outcome: 'cannot', why, lastKnown });
  if (head === null) return cannot('the head in the database is not signed by this log key', checkpoint);
  const known = await knownHeads(parts, head.size);
  const target = newest([head, ...known.heads]);
  if (known.foreign)
    return cannot('a checkpoint outside the database is not signed by this log key', target.checkpoint);
  if (known.heads.some(other => other.size === head.size && !isSameHead(other, head)))
    return cannot(`two different heads of ${head.size} entries were signed`, target.checkpoint);
  try {
    const { heads, hasHeadFile } = known;
    if (target.size > head.size || (await unconfirmedLast(parts, target, hasHeadFile)) !== null)
      return await rollTo(parts, head, { target, known: heads, hasHeadFile });
    if (!(await mendTiles(parts, head)))
      return cannot('the events in the database do not give the signed head', target.checkpoint);
    await publishAgain(parts, head);
    return { outcome: 'in-step', size: head.size, hasHeadFile };
  } catch (error) {
    // What the database or the tiles do not take is as much a reason to stand still as a batch that is missing.
    if (!(error instanceof HandoverError) || error.code !== 'log-disagrees') throw error;
    return cannot(error.message, target.checkpoint);
  }
}

/**
 * A published checkpoint that was lost with the log's folder is made again when the head file knows this very head: it is
 * written before anything is published, so nothing newer can have been. Otherwise it takes a person.
 */
async function publishAgain({ tiles, headFile, key }: RollForwardParts, head: SignedHead): Promise<void> {
  if (head.size === 0 || (await tiles.readPublished()) !== null) return;
  const kept = await headFile.read();
  const known = kept === null ? null : openSignedHead(kept, key);
  if (known === null || !isSameHead(known, head)) return;
  await tiles.lead();
  await tiles.publish(head.checkpoint);
}

type Aim = {
  readonly target: SignedHead;
  readonly known: readonly SignedHead[];
  readonly hasHeadFile: boolean;
};

async function rollTo(
  parts: RollForwardParts,
  head: SignedHead,
  { target, known, hasHeadFile }: Aim,
): Promise<RollForward> {
  const cannot = (why: string): RollForward => ({
    outcome: 'cannot',
    why,
    lastKnown: target.checkpoint,
  });
  if (!(await mendTiles(parts, head))) return cannot('the events in the database do not give its own head');
  const found = await findBatches(parts, head, target);
  if (!found.ok)
    return cannot(`the batch that ends with entry ${found.missing.size - 1} is missing or damaged`);
  const ahead = known.filter(other => other.size > head.size);
  if (!ahead.every(other => found.passed.some(passed => isSameHead(passed, other))))
    return cannot('two different histories were signed');
  const last = await unconfirmedLast(parts, target, hasHeadFile);
  if (last === 'ambiguous')
    return cannot(`two batches begin at entry ${target.size}, and nothing tells which is history`);
  const names = last === null ? found.names : [...found.names, last];
  await parts.tiles.lead();
  const grown = createGrownTiles(parts.tiles);
  let reached = head;
  const leftOut: string[] = [];
  for (const [done, name] of names.entries()) {
    const batch = await readBatch(parts, name);
    const checked =
      batch === null ? `the batch from entry ${name.first} is damaged` : await check(parts, batch, grown);
    if (typeof checked === 'string') return cannot(checked);
    await parts.history.append(checked);
    leftOut.push(...leftOutOf(checked));
    if (done % FLUSH_EVERY === FLUSH_EVERY - 1 || done === names.length - 1) await grown.flush(checked.to);
    reached = checked.to;
    parts.progress(done + 1, names.length);
  }
  await publishAgain(parts, reached);
  const [from, to] = [head.size, reached.size];
  return { outcome: 'rolled', batches: names.length, from, to, hasHeadFile, leftOut };
}

/**
 * The batch on top of the newest known head, where nothing says whether it was committed: when only the shelf shows that the
 * database is old, or when there is no head file. Without one what was published confirms nothing, for backups hold that too.
 * To take the batch in is safe: its head was signed and nothing else stands in its place. To sign another one there could be
 * a fork.
 */
async function unconfirmedLast(parts: RollForwardParts, target: SignedHead, hasHeadFile: boolean) {
  if (hasHeadFile) {
    const confirmed = [
      await parts.headFile.read(),
      ...(await Promise.all(parts.others.map(one => one.newest()))),
    ];
    const told = confirmed.map(text => (text === null ? null : openSignedHead(text, parts.key)));
    if (told.some(head => head !== null && head.size >= target.size)) return null;
  }
  const onTop = await batchesOn(parts, target);
  if (onTop.length > 1) return 'ambiguous';
  return onTop[0]?.name ?? null;
}

/**
 * Before a log is closed: takes what can still be had of it. Every batch of this log's key beyond the database is opened, and
 * each event that is what its commitment says is put there, to be logged anew. What a missing batch held stays missing.
 */
export async function salvage(parts: RollForwardParts): Promise<number> {
  const head = openSignedHead(await parts.history.checkpoint(), parts.key);
  const names = await parts.shelf.from(head?.size ?? 0);
  let total = 0;
  for (const name of names.toSorted((a, b) => a.first - b.first)) {
    const batch = await readBatch(parts, name);
    const opened = (batch?.entries ?? []).map(entry => openEntry(parts.opener, entry));
    total += await parts.history.salvage(opened.filter(event => event !== null));
  }
  return total;
}

/** The batch opened and checked to the last bit, or a sentence that says what is wrong with it. */
async function check(
  parts: RollForwardParts,
  batch: OpenedBatch,
  tiles: GrownTiles,
): Promise<RolledBatch | string> {
  const events: RolledEvent[] = [];
  for (const [n, entry] of batch.entries.entries()) {
    const event = openEntry(parts.opener, entry);
    if (event === null) return `entry ${batch.from.size + n} cannot be opened, or is not what the log holds`;
    events.push(event);
  }
  const entries = batch.entries.map(entry => encodeEntry(entry.commitment));
  const grown = await newTiles(batch.from.size, entries, tiles.readTile);
  if (!grown.ok) return `the log's tile ${grown.path} is missing or malformed`;
  if (!equalBytes(grown.root, batch.to.root))
    return `the entries from ${batch.from.size} on do not give the signed root`;
  tiles.add(grown.files);
  return { from: batch.from, to: batch.to, signedAt: batch.signedAt, events };
}

/**
 * The event of an entry with those of its rows that fit it, or null when it cannot be opened or is not what its commitment
 * says.
 */
export function openEntry(opener: EventOpener, entry: BatchEntry): RolledEvent | null {
  const opened = opener.open(entry.sealed);
  const payload = opened === null ? null : decodeEventPayload(opened);
  if (payload === null) return null;
  const { event: body, salt, key } = payload;
  const decoded = decodeEvent(body);
  if (!decoded.ok || !equalBytes(eventCommitment(salt, body), entry.commitment)) return null;
  const { event } = decoded;
  return { commitment: entry.commitment, event, body, salt, key, ...siftRows(event, payload.rows) };
}

function leftOutOf({ from, events }: RolledBatch): string[] {
  return events.flatMap(({ leftOut }, n) => leftOut.map(what => `entry ${from.size + n}: ${what}`));
}

function newest(heads: readonly SignedHead[]): SignedHead {
  return heads.reduce((found, head) => (head.size > found.size ? head : found));
}
