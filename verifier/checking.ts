import { streamRange } from '../src/portable/bundle/index.ts';
import type { ByteSource, Hashers } from '../src/portable/bundle/index.ts';
import { sha256, toHex, utf8 } from '../src/portable/bytes/index.ts';
import type { Policy } from '../src/portable/tlog/index.ts';
import type { Checking } from './report.ts';

/** A policy that a person gave, with the text it was read from. */
export type PolicyGiven = { policy: Policy; text: string };

/** What a record of this check needs to name: the time, the file by its digest, the policy by its digest and keys. */
export async function checkingOf(
  source: ByteSource,
  { given, hashers, now }: { given: PolicyGiven | null; hashers: Hashers; now: Date },
): Promise<Checking> {
  const digest = hashers.sha256();
  for await (const chunk of streamRange(source, 0, source.sizeBytes)) digest.update(chunk);
  return {
    at: now.toISOString(),
    sha256: toHex(digest.digest()),
    policySha256: given && toHex(sha256(utf8(given.text))),
    logs: given && given.policy.logs.map(({ name, keyId }) => ({ name, keyId })),
  };
}
