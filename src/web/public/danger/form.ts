import { type DangerAnswers, isDangerKind } from '#domain/intake/index.ts';
import type { FormFields } from '../form-fields.ts';

/** As long as the desk keeps them (schema public_door, report_danger). */
const LONGEST_WORDS = 4000;
const LONGEST_NUMBER = 200;

/**
 * Nothing is required: any answer helps, and none may hold anybody up. What was ticked on the start page is posted
 * again, so that it reaches the desk with the words even when the answers have gone meanwhile.
 */
export function readDanger(form: FormFields): { readonly answers: DangerAnswers; readonly problems: [] } {
  const answers = {
    happening: form.choices('happening').filter(isDangerKind),
    what: form.wordsOnly('what', LONGEST_WORDS),
    where: form.wordsOnly('where', LONGEST_WORDS),
    who: form.wordsOnly('who', LONGEST_WORDS),
    safeNumber: form.wordsOnly('safeNumber', LONGEST_NUMBER),
    mayRing: yesOrNo(form.raw('mayRing')),
  };
  return { answers, problems: [] };
}

/** Anything else is no answer, and no answer is never a yes. */
function yesOrNo(chosen: string): boolean | null {
  return chosen === 'yes' ? true : chosen === 'no' ? false : null;
}
