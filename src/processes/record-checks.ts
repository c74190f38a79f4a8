import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createEvidenceOpener, type EvidenceKeys } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { auditCheck } from '#adapters/postgres/audit-as-check.ts';
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
import type { VerifierKey } from '#portable/tlog/index.ts';

export type CheckedPlaces = {
  readonly tables: Kysely<Tables>;
  readonly logFolder: string;
  readonly storeFolder: string;
  /** The key that this log signs with. */
  readonly logKey: VerifierKey;
  readonly evidence: EvidenceKeys;
};

/** Every check of the record, in the order that names a cause before its consequences: heads, tiles, index, rows, items. */
export function recordChecks({ tables, logFolder, storeFolder, logKey, evidence }: CheckedPlaces): Check[] {
  const files = createLogFiles(logFolder);
  const log = { readTile: files.readTile, checkpoint: files.readPublished };
  const pages = createRecordPages(tables);
  return [
    headCheck({ log, pages, key: logKey, outside: async () => [] }),
    tileCheck(log),
    indexCheck({ log, pages }),
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
