import type { SafeContact } from '#domain/intake/index.ts';
import { html, isolated, NOTHING } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { timeElement } from '../london.ts';

const LONGEST = 600;

/** The way to reach somebody that they gave after the danger answers, with what they said about when and as whom. */
export function contactWords(contact: SafeContact | null, withdrawnAt: Date | null): Html {
  if (withdrawnAt !== null)
    return html`<b>Consent to contact taken back</b>, ${timeElement(withdrawnAt)}: do not contact them.
      ${contact !== null && html`Before that: ${reachWords(contact)}`}`;
  return contact === null ? NOTHING : reachWords(contact);
}

function reachWords(contact: SafeContact): Html {
  const { reach, phone, email, whenAndAsWhom, name, othersSeeDevice } = contact;
  return html`<b
      >${reach === 'phone' ? 'Safe to reach by telephone' : 'Safe to reach by e-mail'}, said later:</b
    >
    ${cut(reach === 'phone' ? phone : email)}.
    ${whenAndAsWhom.trim() === '' ? 'When, and as whom, was not said.' : html`<b>When, and as whom:</b> “${cut(whenAndAsWhom)}”.`}
    ${name.trim() !== '' && html`<b>Ask for:</b> ${cut(name)}.`}
    ${othersSeeDevice !== '' && html`<b>Others see their device:</b> ${OTHERS[othersSeeDevice]}.`}`;
}

const OTHERS = { yes: 'yes', no: 'no', unsure: 'not sure' } as const;

function cut(text: string): Html {
  return html`${isolated(text.slice(0, LONGEST).toWellFormed())}${text.length > LONGEST && ' … open the submission to read all'}`;
}
