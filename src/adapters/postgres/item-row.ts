import type { SealedItem } from '#domain/sealing/index.ts';

/** The row of a sealed item. */
export function itemRow(item: SealedItem, submissionId: Buffer, at: Date) {
  return {
    id: Buffer.from(item.id),
    submission_id: submissionId,
    number: item.number,
    kind: item.kind,
    source_class: item.sourceClass,
    // PostgreSQL text cannot hold U+0000; the sealed facts keep the name as it came.
    name: item.name.replaceAll('\u0000', '\u2400'),
    size_bytes: String(item.sizeBytes),
    sha256: Buffer.from(item.sha256),
    sha512: Buffer.from(item.sha512),
    facts: Buffer.from(item.facts),
    facts_salt: Buffer.from(item.factsSalt),
    blob_id: Buffer.from(item.blobId),
    segments: item.segments,
    extract_of: item.extractOf === null ? null : JSON.stringify(item.extractOf),
    sealed_at: at,
  };
}
