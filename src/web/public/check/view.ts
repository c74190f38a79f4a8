import type { Draft, DraftFile, VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html, isolated, joinHtml, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, errorMessage, summaryList, type SummaryRow } from '#web/ui/govuk/index.ts';
import { notSent } from '../contact/form.ts';
import { saidUnder18 } from '../journey.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { spokenSize } from '../spoken-time.ts';
import { DANGER_WORDS } from '../start/danger-words.ts';
import { WHO_WORDS } from '../who/words.ts';

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
      ${summaryList({ rows: rowsOf(dangerAnswers(draft)) })}
      <h2 class="govuk-heading-m">You</h2>
      ${summaryList({ rows: rowsOf(yourAnswers(draft)) })}
      <h2 class="govuk-heading-m">What you hand in</h2>
      ${nothingYet(problems)} ${summaryList({ rows: rowsOf(storyAnswers(draft)) })}
      <h2 class="govuk-heading-m">Hand in</h2>
      ${whatHappens(draft)}
      ${pageForm({ action: '/check', secrets }, button({ text: 'Hand in', preventDoubleClick: true }))}
      ${pageForm(
        { action: '/clear', secrets },
        html`<button class="ho-link-button" type="submit">Clear my answers and leave</button>`,
      )}`,
  };
}

/** The id of the way to add something: the problem of handing in nothing leads there. */
export const ADD_SOMETHING = 'add-something';

function nothingYet(problems: readonly FormProblem[]): Html {
  const problem = problemAt(problems, ADD_SOMETHING);
  return problem === undefined ? NOTHING : errorMessage({ ...problem, id: `${ADD_SOMETHING}-error` });
}

const WITH_DANGER =
  'What you told us about danger went to the police desk when you sent it. The rest has not gone to the police yet. It is kept locked for this visit.';

/** What the button does, and what was done before it: only what was said of danger has gone already. */
function whatHappens(draft: Draft): Html {
  return html`<p class="govuk-body">
    ${draft.dangerGivenAt === '' ? 'None of this has gone to the police yet. It is kept locked for this visit.' : WITH_DANGER}
    When you press the button, everything above goes to the police. You cannot take it back.
    ${draft.contact.reach === 'none' ? 'We will not contact you, unless we must, to keep somebody safe.' : ''}
  </p>`;
}

/** One answer and where to change it. `what` completes "Change …" for a screen reader. */
type Answered = {
  readonly key: string;
  readonly value: Html | string;
  readonly href: string;
  readonly what: string;
  /** The question as it stands in a list of what was left open; the key where it says enough. */
  readonly open?: string;
  readonly id?: string;
};

/** A row for each answer; what was left empty on one page shares a row, so that the page stays short. */
function rowsOf(answers: readonly Answered[]): readonly SummaryRow[] {
  const given = answers.filter(({ value }) => value !== '');
  const empty = Map.groupBy(
    answers.filter(({ value }) => value === ''),
    ({ href }) => href,
  );
  const left = [...empty.values()].map((group): Answered => {
    const questions = group.map(({ key, open }) => open ?? key);
    const value = html`<ul class="govuk-list ho-check-open">
      ${questions.map(question => html`<li>${question}</li> `)}
    </ul>`;
    return {
      key: 'Not answered',
      value,
      href: group[0]?.href ?? '/',
      what: group.map(({ what }) => what).join(', '),
    };
  });
  return [...given, ...left].map(rowOf);
}

function rowOf({ key, value, href, what, id }: Answered): SummaryRow {
  const attributes = id === undefined ? {} : { attributes: { id } };
  return {
    key: { text: key },
    value: { html: html`${value}` },
    actions: { items: [{ text: 'Change', href, visuallyHiddenText: what, ...attributes }] },
  };
}

function dangerAnswers({ danger }: Draft): readonly Answered[] {
  const happening = danger?.happening ?? [];
  const said = happening.map(kind => html`<li>${sentence(DANGER_WORDS.in('en')[kind].said)}</li> `);
  const value =
    said.length === 0
      ? 'None of what we asked about'
      : html`<ul class="govuk-list">
          ${said}
        </ul>`;
  const first = { key: 'Happening now', value, href: '/', what: 'what is happening now' };
  if (danger === null || happening.length === 0) return [first];
  const href = '/danger?from=check';
  return [
    first,
    { key: 'What', value: lines(danger.what), href, what: 'what is happening' },
    { key: 'Where', value: lines(danger.where), href, what: 'where' },
    { key: 'Who', value: lines(danger.who), href, what: 'who is in danger' },
    { key: 'Safe number', value: lines(danger.safeNumber), href, what: 'the safe number' },
    {
      key: 'May we ring now',
      value: danger.mayRing === null ? '' : danger.mayRing ? 'Yes' : 'No',
      href,
      what: 'whether we may ring now',
      open: 'Whether we may ring now',
    },
  ];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const REACH = { none: 'Do not contact me', phone: 'By phone', email: 'By email' } as const;
const OTHERS = { yes: 'Yes', no: 'No', unsure: 'Not sure', '': '' } as const;

function yourAnswers(draft: Draft): readonly Answered[] {
  const { contact, submitterType } = draft;
  const who = submitterType === '' ? '' : WHO_WORDS.in('en').kinds[submitterType].said;
  const href = '/contact?from=check';
  const where = contact.reach === 'none' ? '' : contact[contact.reach];
  const kept = notSent(contact);
  return [
    {
      key: 'Who you are',
      value: who,
      href: saidUnder18(draft) ? '/' : '/who?from=check',
      what: 'who you are',
    },
    {
      key: 'Others see this phone or email',
      value: OTHERS[contact.othersSeeDevice],
      href,
      what: 'who sees this phone',
      open: 'Whether others see this phone or email',
    },
    {
      key: 'Contact',
      value: html`${REACH[contact.reach]}${where !== '' && html`: ${lines(where)}`}
      ${kept !== '' && html`<span class="ho-hint">Not passed on, because you did not choose it: ${lines(kept)}</span>`}`,
      href,
      what: 'how to contact you',
    },
    {
      key: 'When, and as whom',
      value: lines(contact.whenAndAsWhom),
      href,
      what: 'when and as whom',
      open: 'When it is safe, and who we should say we are',
    },
    { key: 'Your name', value: lines(contact.name), href, what: 'your name' },
  ];
}

function storyAnswers(draft: Draft): readonly Answered[] {
  const { facts } = draft;
  const href = '/facts?from=check';
  return [
    { key: 'Chat', value: files(draft), href: '/chat?from=check', what: 'the chat', id: ADD_SOMETHING },
    {
      key: 'What happened',
      value: lines(draft.happened),
      href: '/happened?from=check',
      what: 'what happened',
    },
    { key: 'App', value: lines(facts.app), href, what: 'the app' },
    { key: 'Usernames', value: lines(facts.usernames), href, what: 'usernames' },
    { key: 'Links', value: lines(facts.links), href, what: 'links' },
    { key: 'When', value: lines(facts.when), href, what: 'when it happened' },
    { key: 'Age of the child', value: lines(facts.childAge), href, what: 'the age of the child' },
  ];
}

function files({ files }: Draft): Html | string {
  if (files.length === 0) return 'No chat';
  return html`<ul class="govuk-list">
    ${files.map(
      file =>
        html`<li>
          <span class="ho-words">${isolated(file.name)}</span>, ${spokenSize(file.sizeBytes)}${alsoSent(file)}
        </li> `,
    )}
  </ul>`;
}

/** What goes with the words of a packed chat and is no file that the person chose. */
function alsoSent({ fingerprints, archiveName }: DraftFile): Html | null {
  if (fingerprints === null) return null;
  const { count } = fingerprints;
  return html`<br /><span class="ho-hint"
      >and the ${count === 1 ? 'fingerprint of 1 other file' : `fingerprints of ${count} other files`} in
      ${isolated(archiveName ?? '')}. The ${count === 1 ? 'file stays' : 'files stay'} with you</span
    >`;
}

/** What somebody wrote, with its line ends, and hidden characters shown as marks. Never a link. */
function lines(text: string): Html | string {
  if (text === '') return '';
  return html`<span class="ho-words">${joinHtml(text.split('\n').map(isolated), html`<br />`)}</span>`;
}
