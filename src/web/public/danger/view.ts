import type { DangerAnswers, DangerKind } from '#domain/intake/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { button, input, radios, textarea } from '#web/ui/govuk/index.ts';
import { doList, safeBox } from '#web/ui/public/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { spokenTime } from '../spoken-time.ts';
import { pageAfter } from '../journey.ts';
import { DANGER_WORDS } from '../start/danger-words.ts';

/** The page after a "yes": 999 again, what the desk was sent and when, what to do, and what would help most. */
export function dangerPage(
  context: QuestionContext<DangerAnswers>,
): Omit<PageDetails, 'problems' | 'backLink'> {
  const { draft, board, form } = context;
  const happening = draft.danger?.happening ?? [];
  const isOnlyUnder18 = happening.length === 1 && happening[0] === 'submitter-under-18';
  return {
    title: isOnlyUnder18 ? 'You are not in trouble' : 'Call 999 now',
    danger: isOnlyUnder18 ? 'ask' : 'now',
    body: html`${
        isOnlyUnder18
          ? html`<h1 class="govuk-heading-l">You are not in trouble</h1>`
          : html`<h1 class="govuk-visually-hidden">Call 999 now</h1>`
      }
      ${sent(context)} ${advice(happening, isOnlyUnder18)}
      <h2 class="govuk-heading-m">Can you tell us more?</h2>
      <p class="govuk-body">
        Only if everyone is safe. Answer what you can. It goes to the desk when you press Send.
        ${board.deskSentence} What you send stays with the desk. If something in it is wrong, write what is
        right and send again.
      </p>
      ${form(html`${controls(context.answers)} ${button({ text: 'Send and carry on', preventDoubleClick: true })}`)}
      <p class="govuk-body">
        <a class="govuk-link" href="${pageAfter('/danger', draft)}">Carry on without this</a>
      </p>
      <p class="govuk-body"><a class="govuk-link" href="/stopped">Stop here</a></p>`,
  };
}

function sent({ draft }: QuestionContext<DangerAnswers>): Html {
  const happening = draft.danger?.happening ?? [];
  return safeBox(
    'Your answer was sent to the police desk',
    html`<p>At ${spokenTime(new Date(draft.dangerGivenAt))} you told us:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${happening.map(kind => html`<li>${DANGER_WORDS[kind].said}</li> `)}
      </ul>
      <p>
        Nobody may have read it yet. <strong>Do not wait for us. Call 999 now</strong> if anyone is in danger.
      </p>`,
  );
}

/** What to do meanwhile depends on what is happening: a child alone is not told to stay with the child. */
function advice(happening: readonly DangerKind[], isOnlyUnder18: boolean): Html {
  if (isOnlyUnder18) {
    return html`<p class="govuk-body">
        You can talk to Childline now, free, on
        <a class="govuk-link ho-number" href="tel:08001111">0800 1111</a>. They will not tell you off.
      </p>
      ${doList(FOR_A_CHILD)}`;
  }
  const helpline = happening.includes('self-harm-risk')
    ? html`<p class="govuk-body">
        Samaritans listen at any time, free, on <a class="govuk-link ho-number" href="tel:116123">116 123</a>.
      </p>`
    : html``;
  const shown = WHILE_CALLING.filter(
    ({ when }) => when === null || when.some(kind => happening.includes(kind)),
  );
  return html`<h2 class="govuk-heading-m">Besides calling 999</h2>
    ${helpline} ${doList(shown.map(({ isDo, text }) => ({ do: isDo, text })))}`;
}

const WHILE_CALLING: readonly { isDo: boolean; text: string; when: readonly DangerKind[] | null }[] = [
  {
    isDo: true,
    text: 'stay with the child, if you can do it safely',
    when: ['child-in-danger', 'meeting-planned'],
  },
  { isDo: true, text: 'stay with the person, or make sure somebody is with them', when: ['self-harm-risk'] },
  { isDo: true, text: 'keep the phone on and near you', when: null },
  { isDo: false, text: 'do not go to the meeting', when: ['meeting-planned'] },
  { isDo: false, text: 'do not join in, follow or film', when: ['confrontation'] },
  { isDo: false, text: 'do not reply to the person or tell them you know', when: null },
  { isDo: false, text: 'do not post anything', when: null },
];

const FOR_A_CHILD = [
  { do: true, text: 'tell an adult you trust, if you can' },
  { do: true, text: 'keep the phone on and near you' },
  { do: false, text: 'do not reply to the person, or meet them' },
  { do: false, text: 'do not delete anything' },
] as const;

function controls(answers: DangerAnswers): Html {
  return html`${answers.happening.map(kind => html`<input type="hidden" name="happening" value="${kind}" />`)}
  ${area('what', 'What is happening?', 'For example, a meeting today at 4:30pm', answers.what)}
  ${area('where', 'Where?', 'A place, an address, or an app', answers.where)}
  ${area('who', 'Who is in danger, and from whom?', 'Names or usernames, if you know them', answers.who)}
  ${input({
    name: 'safeNumber',
    id: 'safeNumber',
    label: { text: 'A phone number that is safe to call', classes: 'govuk-label--s' },
    hint: { text: 'You do not have to give one' },
    type: 'tel',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
    value: answers.safeNumber,
  })}
  ${radios({
    name: 'mayRing',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: 'May we ring that number now?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'If you leave this open, we do not take it for a yes' },
    ...(answers.mayRing === null ? {} : { value: answers.mayRing ? 'yes' : 'no' }),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })}`;
}

function area(name: string, text: string, hint: string, value: string): Html {
  return textarea({
    name,
    id: name,
    label: { text, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: '2',
    autocomplete: 'off',
    attributes: { maxlength: 4000 },
    value,
  });
}
