/**
 * Memory for one body. It begins on a page: engines give memory that might grow pages of its own, and a disk takes whole pages
 * from there without a copy (`src/adapters/files/direct-disk.ts`). Where an engine does otherwise, bytes go the ordinary way.
 */
export function bodyMemory(sizeBytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(sizeBytes, { maxByteLength: sizeBytes }));
}
