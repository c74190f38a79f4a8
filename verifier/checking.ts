import { streamRange } from '../src/portable/bundle/index.ts';
import type { ByteSource, Hashers } from '../src/portable/bundle/index.ts';
import { sha256, toHex, utf8 } from '../src/portable/bytes/index.ts';
import type { Policy } from '../src/portable/tlog/index.ts';
import type { Checking } from './report.ts';

/** A policy that a person gave, with the text it was read from. */
export type PolicyGiven = { policy: Policy; text: string };

/** The SHA-256 of the whole file, in hex: what `sha256sum` says of it. */
export async function digestWhole(source: ByteSource, hashers: Hashers): Promise<string> {
  const digest = hashers.sha256();
  const pieces = streamRange(source, 0, source.sizeBytes, { passing: true });
  for await (const piece of pieces) digest.update(piece);
  return toHex(digest.digest());
}

/** What a record of this check needs to name: the time, the file by its digest, the policy by its digest and keys. */
export function checkingOf(
  now: Date,
  digests: Pick<Checking, 'sha256' | 'allDigests'>,
  given: PolicyGiven | null,
): Checking {
  return {
    at: now.toISOString(),
    ...digests,
    policySha256: given && toHex(sha256(utf8(given.text))),
    logs: given && given.policy.logs.map(({ name, keyId }) => ({ name, keyId })),
  };
}
