import {
  type BatchShelf,
  encodeBatch,
  type HeadElsewhere,
  type HeadFile,
  type KnownHeads,
  knownHeads,
} from '#domain/history/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { publicKeyOf, type Signer, verifierKey } from '#portable/tlog/index.ts';
import type { LogHead, WaitingEntry } from './log-head.ts';

/** What is kept so that a restored database can never fork the log: every batch, and the newest head out of its reach. */
export type LogKeeping = {
  /** Before the commit: a batch that is history is always on the shelf. */
  keepBatch(old: LogHead, next: LogHead, entries: readonly WaitingEntry[]): Promise<void>;
  /** After the commit and before publication: no receipt can stand under a head that the head file does not know. */
  keepHead(checkpoint: string): Promise<void>;
  /** What anything but the database knows of heads of this log. */
  known(size: number): Promise<KnownHeads>;
};

export type KeepingParts = {
  readonly signer: Signer;
  readonly shelf: BatchShelf;
  readonly headFile: HeadFile;
  readonly witnesses: readonly HeadElsewhere[];
};

export function createLogKeeping({ signer, shelf, headFile, witnesses }: KeepingParts): LogKeeping {
  const key = verifierKey(signer.name, publicKeyOf(signer.secretKey));
  return {
    keepBatch(old, next, entries) {
      const { checkpoint, signedAt } = next;
      const bytes = encodeBatch({ previous: old.checkpoint, checkpoint, signedAt, entries }, signer);
      return shelf.put({ first: old.size, size: next.size, rootHex: toHex(next.root) }, bytes);
    },
    keepHead: checkpoint => headFile.write(checkpoint),
    known: size => knownHeads({ key, shelf, headFile, others: witnesses }, size),
  };
}
