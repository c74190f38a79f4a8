import { isNoteText } from './note.ts';
import { ED25519, ED25519_COSIGNATURE, decodeVerifierKey } from './verifier-key.ts';
import type { SignatureType, VerifierKey } from './verifier-key.ts';

/** A witness of a policy: `name` has a meaning inside the policy only, the key has a name of its own. */
type Witness = { name: string; key: VerifierKey };

/** A group has witnessed a checkpoint when at least `threshold` of its members (witnesses, groups) have. */
type WitnessGroup = { name: string; threshold: number; members: string[] };

/** Whom to believe: the logs, the witnesses, and the witness or group (or "none") that has to have cosigned. */
export type Policy = { logs: VerifierKey[]; witnesses: Witness[]; groups: WitnessGroup[]; quorum: string };

/** The outcome of `decodePolicy`; `line` counts from 1 and is 0 when the fault is in no one line. */
export type DecodedPolicy = { ok: true; policy: Policy } | { ok: false; reason: string; line: number };

const MAX_POLICY_LENGTH = 262_144;
/** Of logs, of witnesses and of groups; C2SP tlog-policy asks for at least 32 of each. Bounds the depth of groups too. */
const MAX_OF_A_KIND = 64;

const TOO_MANY = `There are more than ${MAX_OF_A_KIND} lines of this kind.`;

type Draft = Omit<Policy, 'quorum'> & { quorum: string | null; grouped: Set<string> };
/** Adds one line's words to the draft; a sentence says what is wrong with them. */
type LineRule = (words: readonly string[], draft: Draft) => string | null;

const LINE_RULES: ReadonlyMap<string, LineRule> = new Map([
  ['log', addLog],
  ['witness', addWitness],
  ['group', addGroup],
  ['quorum', setQuorum],
]);

/**
 * Reads a policy file (C2SP tlog-policy): lines of `log`, `witness`, `group` and exactly one `quorum`. Log keys have to
 * be of type 0x01 and witness keys of type 0x04; a policy with a key this software cannot check is refused whole.
 * Never throws.
 */
export function decodePolicy(text: string): DecodedPolicy {
  if (text.length > MAX_POLICY_LENGTH) return { ok: false, reason: 'The policy is too long.', line: 0 };
  if (!text.endsWith('\n')) return { ok: false, reason: 'The last line does not end in a newline.', line: 0 };
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: null, grouped: new Set() };
  for (const [i, line] of text.slice(0, -1).split('\n').entries()) {
    const reason = addLine(line, draft);
    if (reason !== null) return { ok: false, reason, line: i + 1 };
  }
  const { logs, witnesses, groups, quorum } = draft;
  if (quorum === null) return { ok: false, reason: 'There is no quorum line.', line: 0 };
  return { ok: true, policy: { logs, witnesses, groups, quorum } };
}

function addLine(line: string, draft: Draft): string | null {
  if (!isNoteText(line.replaceAll('\t', ' ')) || line.includes('\u007f'))
    return 'The line holds a control character.';
  const [keyword = '', ...words] = line.split(/[ \t]+/).filter(word => word !== '');
  if (keyword === '' || keyword.startsWith('#')) return null;
  const rule = LINE_RULES.get(keyword);
  return rule === undefined ? 'The line begins with an unknown word.' : rule(words, draft);
}

function addLog([vkey = '', ...rest]: readonly string[], draft: Draft): string | null {
  if (rest.length > 1) return 'A log line is a key and perhaps an address.';
  return addKey(vkey, ED25519, draft.logs, key => draft.logs.push(key));
}

function addWitness([name = '', vkey = '', ...rest]: readonly string[], draft: Draft): string | null {
  if (rest.length > 1) return 'A witness line is a name, a key and perhaps an address.';
  if (!isFree(name, draft)) return 'The name of the witness is taken.';
  const known = draft.witnesses.map(witness => witness.key);
  return addKey(vkey, ED25519_COSIGNATURE, known, key => draft.witnesses.push({ name, key }));
}

function addKey(
  vkey: string,
  type: SignatureType,
  known: readonly VerifierKey[],
  add: (key: VerifierKey) => void,
): string | null {
  const decoded = decodeVerifierKey(vkey);
  if (!decoded.ok) return `The key cannot be used. ${decoded.reason}`;
  if (decoded.key.type !== type) return 'The key is of the wrong signature type for its line.';
  const material = decoded.key.publicKey.join();
  if (known.length === MAX_OF_A_KIND) return TOO_MANY;
  if (known.some(other => other.publicKey.join() === material)) return 'The same key is listed twice.';
  add(decoded.key);
  return null;
}

function addGroup([name = '', threshold = '', ...members]: readonly string[], draft: Draft): string | null {
  if (!isFree(name, draft)) return 'The name of the group is taken.';
  if (draft.groups.length === MAX_OF_A_KIND) return TOO_MANY;
  const needed = thresholdOf(threshold, members.length);
  if (needed === null) return 'The group does not need between one and all of its members.';
  for (const member of members) {
    if (!isDefined(member, draft)) return 'A member of the group is not defined above it.';
    if (draft.grouped.has(member)) return 'A member of the group is listed in a group already.';
    draft.grouped.add(member);
  }
  draft.groups.push({ name, threshold: needed, members });
  return null;
}

function thresholdOf(word: string, count: number): number | null {
  if (count === 0) return null;
  if (word === 'any') return 1;
  if (word === 'all') return count;
  const number = /^[1-9][0-9]{0,3}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= count ? number : null;
}

function setQuorum([name = '', ...rest]: readonly string[], draft: Draft): string | null {
  if (draft.quorum !== null) return 'There is a second quorum line.';
  if (rest.length > 0) return 'A quorum line is one name.';
  if (name !== 'none' && !isDefined(name, draft)) return 'The quorum is not defined above its line.';
  draft.quorum = name;
  return null;
}

function isFree(name: string, draft: Draft): boolean {
  return name !== '' && name !== 'none' && !isDefined(name, draft);
}

function isDefined(name: string, draft: Draft): boolean {
  return draft.witnesses.some(one => one.name === name) || draft.groups.some(one => one.name === name);
}
