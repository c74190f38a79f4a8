import type { AccountAnswer } from './desk.ts';

/** Reads one line of a reading of an account: `{"type":"answer","n":0,"field":"happened","text":"…"}`; null for anything else. */
export function decodeAnswerLine(line: string): AccountAnswer | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'answer')
    return null;
  if (!('field' in value && 'text' in value)) return null;
  const { field, text } = value;
  return typeof field === 'string' && typeof text === 'string' ? { field, text } : null;
}
