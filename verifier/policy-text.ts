import { decodePolicy, decodeVerifierKey } from '../src/portable/tlog/index.ts';
import type { Policy } from '../src/portable/tlog/index.ts';

/** A policy that a person gave, or why it cannot be used, in one sentence. */
export type GivenPolicy = { ok: true; policy: Policy } | { ok: false; reason: string };

/** Reads a policy file, or the bare public key of a log (a "vkey") as people paste it. */
export function policyFromText(text: string): GivenPolicy {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  const key = decodeVerifierKey(trimmed);
  if (key.ok) return { ok: true, policy: { logs: [key.key], witnesses: [], groups: [], quorum: 'none' } };
  const decoded = decodePolicy(`${trimmed}\n`);
  if (decoded.ok) return decoded;
  const place = decoded.line > 0 ? ` (line ${decoded.line})` : '';
  return { ok: false, reason: `${decoded.reason}${place}` };
}
