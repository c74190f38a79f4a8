import type { TopicAnswers } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { AWARE_WORDS } from './words.ts';

type Awareness = TopicAnswers['awareness'];

export const ROLE = { name: 'role', longest: 300, rows: 1 } as const;
export const ALSO_TOLD = { name: 'alsoTold', longest: 3000, rows: 3 } as const;

/**
 * Reads the day and time. A day that no calendar has is asked again: it goes onto a receipt. What
 * was typed is given back as it stood: a wrong day as `day/month/year`, a wrong time as its words.
 */
export function readAwareness(form: FormFields): {
  readonly answers: Awareness;
  readonly problems: readonly FormProblem[];
} {
  const words = AWARE_WORDS.in(form.language);
  const typed = ['aware-day', 'aware-month', 'aware-year'].map(name => form.text(name).slice(0, 20));
  const typedTime = form.text('time').slice(0, 50);
  const day = dayOf(typed);
  const time = timeOf(typedTime);
  const isEmpty = typed.every(part => part === '');
  const answers: Awareness = {
    role: form.text(ROLE.name),
    day: day ?? (isEmpty ? '' : typed.join('/')),
    time: time ?? typedTime,
    alsoTold: form.text(ALSO_TOLD.name),
  };
  const problems = problemsOf(
    notWords(ROLE.name, answers.role, ROLE.longest, form.language),
    day === null && !isEmpty && { field: 'aware-day', message: words.wrongDay },
    isEmpty && typedTime !== '' && { field: 'aware-day', message: words.timeAlone },
    time === null && { field: 'time', message: words.wrongTime },
    notWords(ALSO_TOLD.name, answers.alsoTold, ALSO_TOLD.longest, form.language),
  );
  return { answers, problems };
}

/** A real day of this century as `2026-11-21`, or null. */
function dayOf(parts: readonly string[]): string | null {
  const [day = '', month = '', year = ''] = parts;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^20\d\d$/.test(year)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}

/** "9:05", "14.30" or "1430" as `09:05` and `14:30`; empty for nothing; null for anything else. */
function timeOf(text: string): string | null {
  if (text === '') return '';
  const [, hour, minute] = /^(\d{1,2})[:.]?([0-5]\d)$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
