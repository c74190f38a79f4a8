import type { Draft } from '#domain/intake/index.ts';
import { html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { notSent } from '../contact/form.ts';
import { saidUnder18 } from '../journey.ts';
import { WHO_WORDS } from '../who/words.ts';
import { type Answered, lines } from './rows.ts';
import type { CheckWords } from './words.ts';

/** Who the submitter is and how to reach them. */
export function yourAnswers(draft: Draft, words: CheckWords, language: Language): readonly Answered[] {
  const { contact, submitterType } = draft;
  const who = submitterType === '' ? '' : WHO_WORDS.in(language).kinds[submitterType].said;
  const href = '/contact?from=check';
  const where = contact.reach === 'none' ? '' : contact[contact.reach];
  const kept = notSent(contact);
  const sees = contact.othersSeeDevice === '' ? '' : words.sees[contact.othersSeeDevice];
  return [
    { ...words.you.who, value: who, href: saidUnder18(draft) ? '/' : '/who?from=check' },
    { ...words.you.others, value: sees, href },
    {
      ...words.you.contact,
      value: html`${words.reach[contact.reach]}${where !== '' && html`: ${lines(where)}`}
      ${kept !== '' && html`<span class="ho-hint">${words.notPassedOn} ${lines(kept)}</span>`}`,
      href,
    },
    { ...words.you.when, value: lines(contact.whenAndAsWhom), href },
    { ...words.you.name, value: lines(contact.name), href },
  ];
}
