import { HOLDING_KINDS, type TopicAnswers } from '#domain/intake/index.ts';
import { html, type Html, NOTHING } from '#web/ui/index.ts';
import { checkboxes, radios } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { noteBox } from '#web/ui/public/index.ts';
import { continueButton, hiddenLegend, wordsControl } from '../asking/controls.ts';
import { topicPage } from '../asking/topic-page.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { HOLD_WORDS } from './words.ts';

type Holding = TopicAnswers['holding'];

const SHOWS = { name: 'shows', longest: 5000, rows: 3 } as const;

/** What the submitter has: a chat, a phone, screenshots, or nothing but what they know. Only a chat leads to the chat page. */
export const HOLD_PAGE = topicPage({
  topic: 'holding',
  task: language => HOLD_WORDS.in(language).task,
  read: readHolding,
  rows,
  view({ answers, problems, draft, language, form }) {
    const words = HOLD_WORDS.in(language);
    const shows = wordsControl({
      field: SHOWS,
      words: words.shows,
      value: answers.shows,
      problems,
      language,
    });
    // Somebody who was named is asked nothing that touches an allegation.
    const isAskedOfPictures = draft.submitterType !== 'named-person-or-family';
    return {
      title: words.title,
      body: html`<h1 class="govuk-heading-l">${words.title}</h1>
        ${form(
          html`${kinds(answers, language)} ${shows}
          ${isAskedOfPictures ? pictures(answers, language) : NOTHING} ${continueButton(language)}`,
        )}`,
    };
  },
});

/** "Nothing but what I know" beside something else is left out. */
function readHolding(form: FormFields) {
  const chosen = form.choices('kinds');
  const found = HOLDING_KINDS.filter(kind => chosen.includes(kind));
  const pictures = (['yes', 'no'] as const).find(known => known === form.raw('pictures')) ?? '';
  const answers: Holding = {
    kinds: found.length > 1 ? found.filter(kind => kind !== 'only-words') : found,
    shows: form.text(SHOWS.name),
    pictures,
  };
  const problem = notWords(SHOWS.name, answers.shows, SHOWS.longest, form.language);
  return { answers, problems: problemsOf(problem) };
}

function rows({ kinds, shows, pictures }: Holding, language: Language) {
  const words = HOLD_WORDS.in(language);
  const said = { yes: words.picturesYes, no: words.picturesNo, unsure: '', '': '' };
  return [
    { key: words.row, value: kinds.map(kind => words.kinds[kind].label) },
    { key: words.shows.row, value: shows },
    { key: words.picturesRow, value: said[pictures] },
  ];
}

function kinds({ kinds: values }: Holding, language: Language): Html {
  const words = HOLD_WORDS.in(language);
  const item = (value: (typeof HOLDING_KINDS)[number]) => {
    const { label, hint } = words.kinds[value];
    return { value, text: label, hint: { text: hint } };
  };
  return checkboxes({
    name: 'kinds',
    fieldset: { legend: hiddenLegend(words.title) },
    hint: { text: words.hint },
    values,
    items: [
      item('chat'),
      item('phone'),
      item('screenshots'),
      { divider: words.or },
      { ...item('only-words'), behaviour: 'exclusive' },
    ],
  });
}

function pictures({ pictures: value }: Holding, language: Language): Html {
  const words = HOLD_WORDS.in(language);
  return html`${radios({
    name: 'pictures',
    fieldset: { legend: { text: words.pictures, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: words.picturesHint },
    value,
    items: [
      { value: 'yes', text: words.picturesYes },
      { value: 'no', text: words.picturesNo },
    ],
  })}
  ${noteBox(html`<p><strong>${words.stop}</strong></p>`)}`;
}
