import { HandoverError } from '#domain/error.ts';
import { equalBytes } from '#portable/bytes/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import {
  decodeCheckpoint,
  decodeNote,
  encodeCheckpoint,
  encodeNote,
  newTiles,
  openNote,
  publicKeyOf,
  rootFromTiles,
  type Signer,
  signNote,
  verifierKey,
} from '#portable/tlog/index.ts';
import type { LogFiles } from './log-files.ts';
import type { LogHead, LogHeadStore, WaitingEntry } from './log-head.ts';
import type { LogKeeping } from './log-keeping.ts';
import { refuse } from './refusals.ts';
import { checkWholeLog } from './whole-log.ts';

/** Entries in one batch under load: more would only make each of them wait longer for its receipt. */
export const BATCH_LIMIT = 8192;

export type SequencerParts = {
  readonly store: LogHeadStore;
  readonly files: LogFiles;
  readonly keeping: LogKeeping;
  readonly signer: Signer;
  readonly clock: () => Date;
};

/** The text of a signed checkpoint of this log. */
export function signCheckpoint(signer: Signer, size: number, root: Uint8Array): string {
  return encodeNote(signNote(encodeCheckpoint({ origin: signer.name, size, root }), signer));
}

/**
 * Brings the files in step with the signed head, or refuses to start on any disagreement (integrity.md 1.9), with
 * nothing signed. Takes the log folder from any earlier leader, and applies the batch of the head again as long as its
 * stage is there: the crash came between commit and the end of publication.
 */
export async function recover(parts: SequencerParts): Promise<LogHead> {
  const head = await parts.store.read();
  checkHead(parts.signer, head);
  const published = await readPublishedHead(parts, head);
  comparePublished(published, head);
  const earlier = await checkKnown(parts, head);
  await parts.files.lead();
  await parts.files.apply(head.size, head.root);
  await checkWholeLog(parts, head);
  if (published !== null && !(await isBeginning(parts, published))) refuse('published-not-prefix');
  for (const known of earlier) if (!(await isBeginning(parts, known))) refuse('known-differs');
  await parts.keeping.keepHead(head.checkpoint);
  await parts.files.publish(head.checkpoint);
  await parts.files.unstage(head.size, head.root);
  await parts.files.clearStages();
  return head;
}

/** How long the clock is behind the last signed time, in milliseconds; nothing is signed until it is 0. */
export function behindMs(parts: Pick<SequencerParts, 'clock'>, head: LogHead): number {
  return Math.max(0, head.signedAt.getTime() - parts.clock().getTime());
}

/**
 * Logs one batch: staged, signed, kept, committed, applied, its head kept, published, then announced. Returns the new head, or the same one
 * when nothing waits or the clock went back. A failure throws; the caller stops the process and recovery decides.
 */
export async function sequenceOnce(parts: SequencerParts, head: LogHead): Promise<LogHead> {
  const entries = await parts.store.waiting(BATCH_LIMIT);
  const signedAt = parts.clock();
  if (entries.length === 0 || signedAt < head.signedAt) return head;
  const grown = await grow(parts, head, entries);
  // A crash from here to the commit leaves a stage that nobody applies; `recover` clears it.
  await parts.files.stage(grown.size, grown.root, grown.files);
  const checkpoint = signCheckpoint(parts.signer, grown.size, grown.root);
  const next: LogHead = { origin: head.origin, size: grown.size, root: grown.root, checkpoint, signedAt };
  await parts.keeping.keepBatch(head, next, entries);
  await parts.store.advance(head, next, entries);
  // From here the batch is history: a crash is mended by applying the same stage again.
  if (!(await parts.files.apply(next.size, next.root)))
    throw new HandoverError('log-state-unknown', 'the stage vanished');
  await parts.keeping.keepHead(checkpoint);
  await parts.files.publish(checkpoint);
  await parts.store.announce();
  // All of the batch is in place: what cannot be tidied away now is at the next start.
  await parts.files.unstage(next.size, next.root).catch(() => undefined);
  return next;
}

/** The tiles of the next batch, from the right edge; what is there must still give the root that was signed. */
async function grow({ files }: SequencerParts, head: LogHead, entries: readonly WaitingEntry[]) {
  const before = await rootFromTiles(head.size, files.readEdge);
  if (!before.ok || !equalBytes(before.root, head.root)) return refuse('root-differs');
  const grown = await newTiles(
    head.size,
    entries.map(entry => encodeEntry(entry.commitment)),
    files.readEdge,
  );
  return grown.ok
    ? grown
    : refuse(grown.reason === 'tile-missing' ? 'tile-missing' : 'tile-damaged', grown.path);
}

type Signed = { readonly size: number; readonly root: Uint8Array };

function isSignedByUs(signer: Signer, checkpoint: string): boolean {
  const note = decodeNote(checkpoint);
  const key = verifierKey(signer.name, publicKeyOf(signer.secretKey));
  return note.ok && openNote(note.note, [key]).ok;
}

/**
 * A head that anybody else knows and the database does not: the database was restored, and signing would fork the log.
 * Gives those that must be beginnings of the log.
 */
async function checkKnown(parts: SequencerParts, head: LogHead): Promise<readonly Signed[]> {
  const { heads, foreign } = await parts.keeping.known(head.size);
  if (foreign) refuse('known-unsigned');
  for (const known of heads) {
    if (known.size > head.size)
      refuse('known-newer', `${known.size} entries were signed, the database knows ${head.size}`);
    if (known.size === head.size && !equalBytes(known.root, head.root)) refuse('known-differs');
  }
  return heads;
}

function readCheckpoint(text: string) {
  const note = decodeNote(text);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  return decoded.ok ? decoded.checkpoint : null;
}

function checkHead(signer: Signer, head: LogHead): void {
  if (head.origin !== signer.name) refuse('other-log');
  if (!isSignedByUs(signer, head.checkpoint)) refuse('head-unsigned');
  const said = readCheckpoint(head.checkpoint);
  const same = said?.origin === head.origin && said.size === head.size && equalBytes(said.root, head.root);
  if (!same) refuse('head-altered');
}

async function readPublishedHead(parts: SequencerParts, head: LogHead): Promise<Signed | null> {
  const text = await parts.files.readPublished();
  if (text === null || text === head.checkpoint) return text === null ? null : head;
  const checkpoint = readCheckpoint(text) ?? refuse('published-unreadable');
  if (!isSignedByUs(parts.signer, text)) refuse('published-unsigned');
  return checkpoint;
}

/** A log of no entries has published nothing before its first start; any other has. */
function comparePublished(published: Signed | null, head: LogHead): void {
  if (published === null) return head.size > 0 ? refuse('published-missing') : undefined;
  if (published.size > head.size) refuse('published-newer');
  if (published.size === head.size && !equalBytes(published.root, head.root)) refuse('two-roots');
}

async function isBeginning({ files }: SequencerParts, signed: Signed): Promise<boolean> {
  const before = await rootFromTiles(signed.size, files.readTile);
  return before.ok && equalBytes(before.root, signed.root);
}
