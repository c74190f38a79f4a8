import { NO_CONTACT, type SafeContact } from '../intake/index.ts';
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

const REACH = ['phone', 'email'] as const;
const OTHERS = ['no', 'yes', 'unsure'] as const;

/**
 * How the submitter said it is safe to reach them, from the answers of their account; null when they gave no way, which
 * means: not at all.
 */
export function contactFrom(answers: readonly AccountAnswer[]): SafeContact | null {
  const said = new Map(answers.map(({ field, text }) => [field, text]));
  const text = (field: string): string => said.get(`contact.${field}`) ?? '';
  const reach = REACH.find(known => known === text('reach'));
  if (reach === undefined || text(reach).trim() === '') return null;
  return {
    ...NO_CONTACT,
    reach,
    [reach]: text(reach),
    name: text('name'),
    whenAndAsWhom: text('whenAndAsWhom'),
    othersSeeDevice: OTHERS.find(known => known === text('othersSeeDevice')) ?? '',
  };
}
