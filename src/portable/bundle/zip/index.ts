export { crc32 } from './crc32.ts';
export { pathFault } from './names.ts';
export { readZip } from './read.ts';
export type { ReadZip } from './read.ts';
export { ZIP_LIMITS } from './records.ts';
export type { PlacedEntry, ZipEntry, ZipLimits } from './records.ts';
export { SourceChangedError, writeZip } from './write.ts';
export type { ZipFile } from './write.ts';
