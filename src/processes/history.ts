import { join } from 'node:path';
import type pg from 'pg';
import { createEventOpener } from '#adapters/age/index.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { createHistoryStore } from '#adapters/postgres/history-store.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import type { RollForwardParts } from '#domain/history/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { everyIdentityOf } from './child-specs.ts';

/** The folders that say what the log is, besides the database. */
export type HistoryFolders = { readonly log: string; readonly store: string; readonly head: string };

/** What a roll-forward works with, over a connection as the owner. */
export function historyParts(
  client: pg.ClientBase,
  keys: KeyRing,
  folders: HistoryFolders,
  progress: RollForwardParts['progress'] = () => undefined,
): RollForwardParts {
  const files = createLogFiles(folders.log);
  return {
    key: verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)),
    history: createHistoryStore(client),
    shelf: createBatchShelf(join(folders.store, 'batches')),
    headFile: createHeadFile(folders.head, keys.origin),
    others: [{ newest: files.readPublished }],
    tiles: files,
    opener: createEventOpener(everyIdentityOf(keys)),
    progress,
  };
}
