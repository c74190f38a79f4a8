import { type CanonicalValue, encodeCanonicalJson } from '#portable/bytes/index.ts';
import type { StagedFileMeta } from './submission.ts';

/** The description of a staged file as canonical JSON; it is sealed before it is stored. */
export function encodeFileMeta(meta: StagedFileMeta): Uint8Array {
  return encodeCanonicalJson(meta as unknown as CanonicalValue);
}
