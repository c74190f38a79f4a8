import type { TopicAnswers } from '#domain/intake/index.ts';
import type { Language } from '#web/ui/language/index.ts';

/** "21 November 2026, 14:30", as the submitter gave it: no zone is added to it or taken from it. */
export function spokenAwareness(
  { day, time }: Pick<TopicAnswers['awareness'], 'day' | 'time'>,
  language: Language,
): string {
  if (day === '') return '';
  const locale = language === 'cy' ? 'cy' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const read = new Date(`${day}T00:00:00Z`);
  const spoken = Number.isNaN(read.getTime()) ? day : format.format(read);
  return time === '' ? spoken : `${spoken}, ${time}`;
}
