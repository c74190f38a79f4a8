import { decodeCanonicalJson, type CanonicalValue } from '#portable/bytes/index.ts';
import type { StoredLine } from './ports.ts';

/** The format name of the answers of the form, stored like a reading so that the desk can show them. */
export const ACCOUNT_FORMAT = 'handover-account';

/** One line for each answer of an account or list of fingerprints, in the order of its canonical JSON; null when it is neither. */
export function answerLines(bytes: Uint8Array): StoredLine[] | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return null;
  return [...answersOf(json.value, '')].map(({ field, text }, n) => ({
    seq: n,
    line: JSON.stringify({ type: 'answer', n, field, text }),
    n,
    day: null,
    sought: null,
    raw: null,
  }));
}

type Answer = { field: string; text: string };

/** Fields are dotted paths: `contact.phone`, `danger.happening.0`. Empty answers are kept: not answered is a fact too. */
function* answersOf(value: CanonicalValue, path: string): Generator<Answer> {
  if (value === null || typeof value !== 'object') {
    yield { field: path, text: value === null ? '' : String(value) };
    return;
  }
  for (const [key, inner] of Object.entries(value))
    yield* answersOf(inner, path === '' ? key : `${path}.${key}`);
}
