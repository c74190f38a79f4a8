import type { Draft, VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html, isolated } from '#web/ui/index.ts';
import { button, summaryList, type SummaryRow } from '#web/ui/govuk/index.ts';
import { saidUnder18 } from '../journey.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { spokenSize } from '../spoken-time.ts';
import { DANGER_WORDS } from '../start/danger-words.ts';
import { WHO_WORDS } from '../who/view.ts';

export type CheckView = {
  readonly draft: Draft;
  readonly secrets: VisitorSecrets;
  readonly problems: readonly FormProblem[];
};

export function checkPage({ draft, secrets, problems }: CheckView): Omit<PageDetails, 'backLink'> {
  return {
    title: 'Check your answers',
    problems,
    body: html`<h1 class="govuk-heading-l">Check your answers</h1>
      <h2 class="govuk-heading-m">Danger</h2>
      ${summaryList({ rows: dangerRows(draft) })}
      <h2 class="govuk-heading-m">You</h2>
      ${summaryList({ rows: yourRows(draft) })}
      <h2 class="govuk-heading-m">What you hand in</h2>
      ${summaryList({ rows: storyRows(draft) })}
      <h2 class="govuk-heading-m">Hand in</h2>
      <p class="govuk-body">
        When you press the button, everything above goes to the police. You cannot take it back, but you can
        add to it later. ${draft.contact.reach === 'none' ? 'We will not contact you.' : ''}
      </p>
      ${pageForm({ action: '/check', secrets }, button({ text: 'Hand in', preventDoubleClick: true }))}
      ${pageForm(
        { action: '/clear', secrets },
        html`<button class="ho-link-button" type="submit">Clear my answers and leave</button>`,
      )}`,
  };
}

function row(key: string, value: Html | string, change?: { href: string; what: string }): SummaryRow {
  return {
    key: { text: key },
    value: { html: value === '' ? html`<span class="ho-hint">Not answered</span>` : html`${value}` },
    ...(change === undefined
      ? {}
      : { actions: { items: [{ text: 'Change', href: change.href, visuallyHiddenText: change.what }] } }),
  };
}

function dangerRows({ danger }: Draft): readonly SummaryRow[] {
  const happening = danger?.happening ?? [];
  const said = happening.map(kind => DANGER_WORDS[kind].said).join('; ');
  const first = row('Happening now', said || 'None of these', { href: '/', what: 'what is happening now' });
  if (danger === null || happening.length === 0) return [first];
  const change = (what: string) => ({ href: '/danger?from=check', what });
  return [
    first,
    row('What', lines(danger.what), change('what is happening')),
    row('Where', lines(danger.where), change('where')),
    row('Who', lines(danger.who), change('who is in danger')),
    row('Safe number', lines(danger.safeNumber), change('the safe number')),
    row('May we ring now', danger.mayRing ? 'Yes' : 'No', change('whether we may ring now')),
  ];
}

const REACH = { none: 'Do not contact me', phone: 'By phone', email: 'By email' } as const;
const OTHERS = { yes: 'Yes', no: 'No', unsure: 'Not sure', '': '' } as const;

function yourRows(draft: Draft): readonly SummaryRow[] {
  const { contact, submitterType } = draft;
  const who = submitterType === '' ? '' : WHO_WORDS[submitterType].said;
  const change = (what: string) => ({ href: '/contact?from=check', what });
  const where = contact.reach === 'none' ? '' : contact[contact.reach];
  return [
    row('Who you are', who, { href: saidUnder18(draft) ? '/' : '/who?from=check', what: 'who you are' }),
    row('Others see this phone or email', OTHERS[contact.othersSeeDevice], change('who sees this phone')),
    row('Contact', html`${REACH[contact.reach]} ${lines(where)}`, change('how to contact you')),
    row('When, and as whom', lines(contact.whenAndAsWhom), change('when and as whom to contact you')),
    row('Your name', lines(contact.name), change('your name')),
  ];
}

function storyRows(draft: Draft): readonly SummaryRow[] {
  const { facts } = draft;
  const change = (what: string) => ({ href: '/facts?from=check', what });
  return [
    row('Chat', files(draft), { href: '/chat?from=check', what: 'the chat' }),
    row('What happened', lines(draft.happened), { href: '/happened?from=check', what: 'what happened' }),
    row('App', lines(facts.app), change('the app')),
    row('Usernames', lines(facts.usernames), change('usernames')),
    row('Links', lines(facts.links), change('links')),
    row('When', lines(facts.when), change('when it happened')),
    row('Age of the child', lines(facts.childAge), change('the age of the child')),
  ];
}

function files({ files }: Draft): Html | string {
  if (files.length === 0) return 'No chat';
  return html`<ul class="govuk-list">
    ${files.map(file => html`<li>${isolated(file.name)}, ${spokenSize(file.sizeBytes)}</li> `)}
  </ul>`;
}

/** What somebody wrote, with its line ends, and hidden characters shown as marks. Never a link. */
function lines(text: string): Html | string {
  return text === '' ? '' : html`<span class="ho-words">${isolated(text)}</span>`;
}
