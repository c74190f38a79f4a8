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
import type { LogHead, LogHeadStore } from './log-head.ts';
import type { LogKeeping } from './log-keeping.ts';

export const BATCH_LIMIT = 1024;

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
 * Brings the files in step with the signed head, or refuses to start on any disagreement (integrity.md 1.9). Applies
 * the staged batch when the head is newer than what was published: the crash came between commit and publication.
 */
export async function recover(parts: SequencerParts): Promise<LogHead> {
  const head = await parts.store.read();
  assertSignedByUs(parts.signer, head.checkpoint);
  const published = await readPublishedHead(parts);
  if (published !== null && published.size > head.size)
    disagree('what was published is newer than the database');
  if (published !== null && published.size === head.size && !equalBytes(published.root, head.root)) {
    disagree('what was published has the size of the database and another root');
  }
  await assertNothingAhead(parts, head);
  if (head.size > 0 && (published === null || published.size < head.size))
    await parts.files.apply(head.size, head.root);
  const stored = await rootFromTiles(head.size, parts.files.readTile);
  if (!stored.ok || !equalBytes(stored.root, head.root))
    disagree('the tiles on disk do not give the signed root');
  await parts.keeping.keepHead(head.checkpoint);
  await parts.files.publish(head.checkpoint);
  await parts.files.clearStages();
  return head;
}

/**
 * Logs one batch: staged, signed, committed, applied, published, then announced. Returns the new head, or the same
 * one when nothing waits. A failure after the stage throws; the caller stops the process and recovery decides.
 */
export async function sequenceOnce(parts: SequencerParts, head: LogHead): Promise<LogHead> {
  const entries = await parts.store.waiting(BATCH_LIMIT);
  if (entries.length === 0) return head;
  const signedAt = parts.clock();
  if (signedAt < head.signedAt)
    throw new HandoverError('log-state-unknown', 'the clock went back; nothing was signed');
  const grown = await newTiles(
    head.size,
    entries.map(entry => encodeEntry(entry.commitment)),
    parts.files.readTile,
  );
  if (!grown.ok)
    throw new HandoverError('log-disagrees', `the log's tile ${grown.path} is missing or malformed`);
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
  await parts.files.unstage(next.size, next.root);
  return next;
}

function assertSignedByUs(signer: Signer, checkpoint: string): void {
  const note = decodeNote(checkpoint);
  const key = verifierKey(signer.name, publicKeyOf(signer.secretKey));
  if (!note.ok || !openNote(note.note, [key]).ok)
    disagree('the head in the database is not signed by this log key');
}

/** A head that anybody else knows and the database does not: the database was restored, and signing would fork the log. */
async function assertNothingAhead(parts: SequencerParts, head: LogHead): Promise<void> {
  const { heads, foreign } = await parts.keeping.known(head.size);
  if (foreign) disagree('the head file or a witness holds a checkpoint that this log key did not sign');
  for (const known of heads) {
    if (known.size > head.size)
      disagree(`a checkpoint of ${known.size} entries was signed, and the database knows ${head.size}`);
    if (known.size === head.size && !equalBytes(known.root, head.root))
      disagree('a checkpoint outside the database has its size and another root');
  }
}

async function readPublishedHead(parts: SequencerParts): Promise<{ size: number; root: Uint8Array } | null> {
  const text = await parts.files.readPublished();
  if (text === null) return null;
  assertSignedByUs(parts.signer, text);
  const note = decodeNote(text);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!decoded.ok) return disagree('the published checkpoint cannot be read');
  return decoded.checkpoint;
}

function disagree(what: string): never {
  throw new HandoverError(
    'log-disagrees',
    `The log will not start: ${what}. Nothing was signed. See docs/operating/log.md.`,
  );
}
