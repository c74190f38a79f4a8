import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { createRecordPages } from '#adapters/postgres/record-pages.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import {
  type Check,
  eventCheck,
  headCheck,
  indexCheck,
  itemCheck,
  proofCheck,
  submissionCheck,
  tileCheck,
} from '#domain/checking/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';

export type CheckedPlaces = {
  readonly tables: Kysely<Tables>;
  readonly logFolder: string;
  readonly storeFolder: string;
  readonly keys: Pick<KeyRing, 'origin' | 'logSecretKey' | 'evidenceIdentity'>;
};

/** Every check of the record, in the order that names a cause before its consequences: heads, tiles, index, rows, items. */
export function recordChecks({ tables, logFolder, storeFolder, keys }: CheckedPlaces): Check[] {
  const files = createLogFiles(logFolder);
  const log = { readTile: files.readTile, checkpoint: files.readPublished };
  const pages = createRecordPages(tables);
  const key = verifierKey(keys.origin, publicKeyOf(keys.logSecretKey));
  return [
    headCheck({ log, pages, key, outside: async () => [] }),
    tileCheck(log),
    indexCheck({ log, pages }),
    proofCheck({ log, pages }),
    eventCheck(pages),
    submissionCheck(pages),
    itemCheck({
      pages,
      blobs: createDiskStore(storeFolder),
      opener: createEvidenceOpener(keys.evidenceIdentity),
      digests: { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') },
    }),
  ];
}
