import type { Draft } from '#domain/intake/index.ts';
import { html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { DANGER_WORDS } from '../start/danger-words.ts';
import { type Answered, lines } from './rows.ts';
import type { CheckWords } from './words.ts';

/** What was said of danger. */
export function dangerAnswers({ danger }: Draft, words: CheckWords, language: Language): readonly Answered[] {
  const happening = danger?.happening ?? [];
  const said = happening.map(kind => html`<li>${sentence(DANGER_WORDS.in(language)[kind].said)}</li> `);
  const value =
    said.length === 0
      ? words.happeningNone
      : html`<ul class="govuk-list">
          ${said}
        </ul>`;
  const first = { key: words.happening, value, href: '/', what: words.happeningWhat };
  if (danger === null || happening.length === 0) return [first];
  const href = '/danger?from=check';
  const mayRing = danger.mayRing === null ? '' : words.sees[danger.mayRing ? 'yes' : 'no'];
  return [
    first,
    { ...words.danger.what, value: lines(danger.what), href },
    { ...words.danger.where, value: lines(danger.where), href },
    { ...words.danger.who, value: lines(danger.who), href },
    { ...words.danger.safeNumber, value: lines(danger.safeNumber), href },
    { ...words.danger.mayRing, value: mayRing, href },
  ];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
