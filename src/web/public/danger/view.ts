import type { DangerAnswers, DangerKind } from '#domain/intake/index.ts';
import { html, type Html, NOTHING } from '#web/ui/index.ts';
import { button, input, radios, textarea } from '#web/ui/govuk/index.ts';
import { doList, safeBox } from '#web/ui/public/index.ts';
import { DESK_WORDS } from '../desk-words.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { spokenTime } from '../spoken-time.ts';
import { pageAfter } from '../journey.ts';
import { DANGER_WORDS } from '../start/danger-words.ts';
import { DANGER_PAGE_WORDS } from './words.ts';

type DangerPageWords = ReturnType<typeof DANGER_PAGE_WORDS.in>;

/** The page after a "yes": 999 again, what the desk was sent and when, what to do, and what would help most. */
export function dangerPage(
  context: QuestionContext<DangerAnswers>,
): Omit<PageDetails, 'problems' | 'backLink'> {
  const { draft, board, form, language } = context;
  const words = DANGER_PAGE_WORDS.in(language);
  const happening = draft.danger?.happening ?? [];
  const isOnlyUnder18 = happening.length === 1 && happening[0] === 'submitter-under-18';
  const send = button({ text: words.send, preventDoubleClick: true });
  return {
    title: isOnlyUnder18 ? words.notInTrouble : words.callNow,
    danger: isOnlyUnder18 ? 'ask' : 'now',
    body: html`${
        isOnlyUnder18
          ? html`<h1 class="govuk-heading-l">${words.notInTrouble}</h1>`
          : html`<h1 class="govuk-visually-hidden">${words.callNow}</h1>`
      }
      ${sent(context, words)} ${isOnlyUnder18 ? forAChild(words) : advice(happening, words)}
      <h2 class="govuk-heading-m">${words.tellMore}</h2>
      <p class="govuk-body">${words.tellMoreHow(board.deskSentence(language))}</p>
      ${form(html`${controls(context.answers, words)} ${send}`)}
      <p class="govuk-body">
        <a class="govuk-link" href="${pageAfter('/danger', draft)}">${words.without}</a>
      </p>
      <p class="govuk-body"><a class="govuk-link" href="/stopped">${words.stop}</a></p>`,
  };
}

function sent({ draft, language }: QuestionContext<DangerAnswers>, words: DangerPageWords): Html {
  const happening = draft.danger?.happening ?? [];
  const dangers = DANGER_WORDS.in(language);
  return safeBox(
    words.sent,
    html`<p>${words.youTold(spokenTime(new Date(draft.dangerGivenAt), language))}</p>
      <ul class="govuk-list govuk-list--bullet">
        ${happening.map(kind => html`<li>${dangers[kind].said}</li> `)}
      </ul>
      <p>${words.nobodyMayHaveRead} ${DESK_WORDS.in(language).doNotWait}</p>`,
  );
}

function forAChild(words: DangerPageWords): Html {
  const number = html`<a class="govuk-link ho-number" href="tel:08001111">0800 1111</a>`;
  return html`<p class="govuk-body">${words.childline(number)}</p>
    ${doList([
      { do: true, text: words.tellAdult },
      { do: true, text: words.keepPhone },
      { do: false, text: words.notReplyOrMeet },
      { do: false, text: words.notDelete },
    ])}`;
}

/** What to do meanwhile depends on what is happening: a child alone is not told to stay with the child. */
function advice(happening: readonly DangerKind[], words: DangerPageWords): Html {
  const number = html`<a class="govuk-link ho-number" href="tel:116123">116 123</a>`;
  const helpline = happening.includes('self-harm-risk')
    ? html`<p class="govuk-body">${words.samaritans(number)}</p>`
    : NOTHING;
  const shown = WHILE_CALLING.filter(
    ({ when }) => when === null || happening.some(kind => (when as readonly DangerKind[]).includes(kind)),
  );
  return html`<h2 class="govuk-heading-m">${words.besides}</h2>
    ${helpline} ${doList(shown.map(({ isDo, text }) => ({ do: isDo, text: words[text] })))}`;
}

const WHILE_CALLING = [
  { isDo: true, text: 'stayWithChild', when: ['child-in-danger', 'meeting-planned'] },
  { isDo: true, text: 'stayWithPerson', when: ['self-harm-risk'] },
  { isDo: true, text: 'keepPhone', when: null },
  { isDo: false, text: 'notToMeeting', when: ['meeting-planned'] },
  { isDo: false, text: 'notJoinIn', when: ['confrontation'] },
  { isDo: false, text: 'notReply', when: null },
  { isDo: false, text: 'notPost', when: null },
] as const satisfies readonly { isDo: boolean; text: string; when: readonly DangerKind[] | null }[];

function controls(answers: DangerAnswers, words: DangerPageWords): Html {
  return html`${answers.happening.map(kind => html`<input type="hidden" name="happening" value="${kind}" />`)}
  ${(['what', 'where', 'who'] as const).map(name => area(name, words[name], answers[name]))}
  ${input({
    name: 'safeNumber',
    id: 'safeNumber',
    label: { text: words.safeNumber.label, classes: 'govuk-label--s' },
    hint: { text: words.safeNumber.hint },
    type: 'tel',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
    value: answers.safeNumber,
  })}
  ${radios({
    name: 'mayRing',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: words.mayRing.label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: words.mayRing.hint },
    ...(answers.mayRing === null ? {} : { value: answers.mayRing ? 'yes' : 'no' }),
    items: [
      { value: 'yes', text: words.mayRing.yes },
      { value: 'no', text: words.mayRing.no },
    ],
  })}`;
}

function area(
  name: string,
  { label, hint }: { readonly label: string; readonly hint: string },
  value: string,
): Html {
  return textarea({
    name,
    id: name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: '2',
    autocomplete: 'off',
    attributes: { maxlength: 4000 },
    value,
  });
}
