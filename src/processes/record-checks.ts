import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createEventOpener, createEvidenceOpener, type EvidenceKeys } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { auditCheck } from '#adapters/postgres/audit-as-check.ts';
import { createRecordPages } from '#adapters/postgres/record-pages.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import {
  batchCheck,
  type Check,
  eventCheck,
  headCheck,
  indexCheck,
  itemCheck,
  proofCheck,
  submissionCheck,
  tileCheck,
} from '#domain/checking/index.ts';
import type { VerifierKey } from '#portable/tlog/index.ts';

export type CheckedPlaces = {
  readonly tables: Kysely<Tables>;
  readonly logFolder: string;
  readonly storeFolder: string;
  /** Where the newest signed head is kept, outside every backup. */
  readonly headFolder: string;
  /** The key that this log signs with. */
  readonly logKey: VerifierKey;
  readonly evidence: EvidenceKeys;
  /** What opens batches: with the retired identities, or without them in a process that must not hold those. */
  readonly identities: { readonly all: readonly string[] } | { readonly some: readonly string[] };
};

/** Every check of the record, in the order that names a cause before its consequences: heads, tiles, index, rows, items. */
export function recordChecks(places: CheckedPlaces): Check[] {
  const { tables, logFolder, storeFolder, headFolder, logKey, evidence, identities } = places;
  const files = createLogFiles(logFolder);
  const log = { readTile: files.readTile, checkpoint: files.readPublished };
  const pages = createRecordPages(tables);
  return [
    headCheck({ log, pages, key: logKey, outside: () => headOutside(headFolder, logKey.name) }),
    tileCheck(log),
    indexCheck({ log, pages }),
    batchCheck({
      shelf: createBatchShelf(join(storeFolder, 'batches')),
      ...{ log, pages },
      key: logKey,
      opener: createEventOpener('all' in identities ? identities.all : identities.some),
      opensAll: 'all' in identities,
    }),
    proofCheck({ log, pages }),
    eventCheck(pages),
    submissionCheck(pages),
    auditCheck(tables),
    itemCheck({
      pages,
      blobs: createDiskStore(storeFolder),
      opener: createEvidenceOpener(evidence),
      digests: { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') },
    }),
  ];
}

/** The head file, if there is one yet: a new installation writes it with its first start. */
async function headOutside(folder: string, origin: string) {
  const text = await createHeadFile(folder, origin).read();
  return text === null ? [] : [{ where: 'head file', text }];
}
