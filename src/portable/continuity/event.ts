import { decodeCanonicalJson, encodeCanonicalJson } from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { hasExactly, isHex, isObject, isWhole } from './shape.ts';
import type { Members } from './shape.ts';

/** Who did it: a person of one of two kinds, a confined reader or builder process, or the service itself. */
export type ActorKind = 'submitter' | 'officer' | 'worker' | 'system';

/**
 * Whoever operates the service, at its command line: the maker of `submission-received` where files of the machine itself
 * were handed in. Who gave those files to them is in the account beside them, not proven by anything.
 */
export const AT_COMMAND_LINE = { kind: 'system', id: 'command-line' } as const;

/**
 * The event's place in one chain. `id` names the submission or case (32 hex), `n` is the running number there from 1,
 * `previous` the commitment (64 hex) of event n - 1 of that chain, and null exactly when n is 1.
 */
type ChainPlace = { id: string; n: number; previous: string | null };

/**
 * One continuity event: something that happened to an item, a submission or a case. `id` is 32 random hex digits,
 * `type` lower-case words joined by hyphens, `at` UTC with milliseconds. What `facts` holds depends on the type.
 */
export type ContinuityEvent = {
  v: 1;
  id: string;
  type: string;
  at: string;
  actor: { kind: ActorKind; id: string };
  submission: ChainPlace | null;
  case: ChainPlace | null;
  facts: { readonly [key: string]: CanonicalValue };
};

/** The outcome of `decodeEvent`; the reason is one sentence. */
export type DecodedEvent = { ok: true; event: ContinuityEvent } | { ok: false; reason: string };

const KEYS = ['v', 'id', 'type', 'at', 'actor', 'submission', 'case', 'facts'];
const ACTOR_KINDS: readonly CanonicalValue[] = ['submitter', 'officer', 'worker', 'system'];

/**
 * The bytes that are committed to: docs/formats/log.md, "Event". Keep them as they are, never encode an event again
 * before checking it. Throws TypeError for an event that `decodeEvent` would refuse.
 */
export function encodeEvent(event: ContinuityEvent): Uint8Array {
  const fault = faultOf(event);
  if (fault !== null) throw new TypeError(fault);
  return encodeCanonicalJson(event);
}

/** Reads event bytes. Refuses any other spelling, any unknown or missing member, and never throws. */
export function decodeEvent(bytes: Uint8Array): DecodedEvent {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  const fault = faultOf(json.value);
  return fault === null ? { ok: true, event: json.value as ContinuityEvent } : { ok: false, reason: fault };
}

function faultOf(value: CanonicalValue): string | null {
  if (!hasExactly(value, KEYS)) return 'It does not have exactly the members of an event.';
  const broken = BROKEN_RULES.find(([holds]) => !holds(value));
  return broken === undefined ? null : broken[1];
}

const BROKEN_RULES: readonly (readonly [(event: Members) => boolean, string])[] = [
  [event => event['v'] === 1, 'It is not version 1 of the event format.'],
  [event => isHex(event['id'], 16), 'The id is not 32 hexadecimal digits.'],
  [event => isKebab(event['type']), 'The type is not lower-case words joined by hyphens.'],
  [event => isInstant(event['at']), 'The time is not a UTC time with milliseconds.'],
  [event => isActor(event['actor']), 'The actor is not a known kind with an id.'],
  [event => isPlace(event['submission']), 'The place in the submission is not well formed.'],
  [event => isPlace(event['case']), 'The place in the case is not well formed.'],
  [event => isObject(event['facts']), 'The facts are not an object.'],
];

function isKebab(value: CanonicalValue | undefined): boolean {
  return typeof value === 'string' && value.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

function isInstant(value: CanonicalValue | undefined): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const instant = new Date(value);
  // The 30th of February parses, as the 2nd of March: only a date that comes back as written exists.
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value;
}

function isActor(value: CanonicalValue | undefined): boolean {
  if (!hasExactly(value, ['kind', 'id'])) return false;
  const kind = value['kind'];
  return (
    kind !== undefined && ACTOR_KINDS.includes(kind) && typeof value['id'] === 'string' && value['id'] !== ''
  );
}

function isPlace(value: CanonicalValue | undefined): boolean {
  if (value === null) return true;
  if (!hasExactly(value, ['id', 'n', 'previous']) || !isHex(value['id'], 16) || !isWhole(value['n'], 1))
    return false;
  return value['n'] === 1 ? value['previous'] === null : isHex(value['previous'], 32);
}
