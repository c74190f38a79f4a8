import { DANGER_KINDS } from '#domain/intake/index.ts';
import { html, type Html, NOTHING, problemAt, type FormProblem } from '#web/ui/index.ts';
import { button, checkboxes, insetText } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { doList } from '#web/ui/public/index.ts';
import { DESK_WORDS } from '../desk-words.ts';
import { FORM_WORDS } from '../form-words.ts';
import type { PageDetails } from '../page.ts';
import { spokenDays } from '../spoken-time.ts';
import { DANGER_WORDS } from './danger-words.ts';
import type { StartAnswers } from './form.ts';
import { START_WORDS } from './words.ts';

/** What the start page knows of an earlier visit in this browser: it was handed in, or only begun and goes on at `href`. */
export type Earlier =
  { readonly kind: 'handedIn' } | { readonly kind: 'begun'; readonly href: string } | null;

export type StartView = {
  readonly answers: StartAnswers;
  readonly problems: readonly FormProblem[];
  readonly deskSentence: string;
  readonly forceName: string;
  readonly earlier: Earlier;
  readonly draftDays: number;
  readonly language: Language;
  readonly form: (controls: Html) => Html;
};

type StartWords = ReturnType<typeof START_WORDS.in>;

/** The start page, which is itself the danger question: danger is asked at first sight and one press tells the desk. */
export function startPage(view: StartView): PageDetails {
  const words = START_WORDS.in(view.language);
  return {
    title: words.title,
    danger: 'ask',
    problems: view.problems,
    body: html`<h1 class="govuk-heading-xl">${words.title}</h1>
      <p class="govuk-body-l">${words.lead(view.forceName)}</p>
      ${earlierNote(view.earlier, words)}
      ${view.form(html`${happening(view, words)} ${beforeContinue(view, words)}`)}`,
    aside: asideOf(words, spokenDays(view.draftDays, view.language)),
    below: belowOf(words),
  };
}

function earlierNote(earlier: Earlier, words: StartWords): Html {
  if (earlier === null) return NOTHING;
  const { text, link } = words[earlier.kind];
  const href = earlier.kind === 'begun' ? earlier.href : '/receipt';
  return insetText({ html: html`${text} <a class="govuk-link" href="${href}">${link}</a>` });
}

function happening({ answers, problems, language }: StartView, words: StartWords): Html {
  const dangers = DANGER_WORDS.in(language);
  return checkboxes({
    name: 'happening',
    fieldset: { legend: { text: words.question, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: words.all },
    errorMessage: problemAt(problems, 'happening', language),
    values: [...answers.happening, ...(answers.none ? ['none'] : [])],
    items: [
      ...DANGER_KINDS.map(value => ({
        value,
        text: dangers[value].label,
        hint: { text: dangers[value].hint },
      })),
      { divider: words.or },
      { value: 'none', text: words.none, hint: { text: words.noneHint }, behaviour: 'exclusive' },
    ],
  });
}

function beforeContinue({ deskSentence, language }: StartView, words: StartWords): Html {
  return html`<p class="govuk-body">${DESK_WORDS.in(language).doNotWait}</p>
    <p class="govuk-body">${words.goesToDesk} ${deskSentence}</p>
    ${button({ text: FORM_WORDS.in(language).continue, preventDoubleClick: true })}`;
}

const asideOf = (words: StartWords, days: string): Html =>
  html`<section class="ho-aside__part">
      <h2>${words.need}</h2>
      <p>${words.needed(days)}</p>
    </section>
    <section class="ho-aside__part">
      <h2>${words.otherWays}</h2>
      <p>${words.otherWay}</p>
    </section>`;

const belowOf = (words: StartWords): Html =>
  html`<h2>${words.before}</h2>
    <div class="ho-columns">
      <section>
        <h3>${words.canHandIn}</h3>
        ${doList(words.can.map(text => ({ do: true, text })))}
      </section>
      <section>
        <h3>${words.doNotSend}</h3>
        ${doList([
          {
            do: false,
            text: html`${words.noPictures} <span class="ho-hint">${words.noPicturesWhy}</span>`,
          },
        ])}
      </section>
      <section>
        <h3>${words.stop}</h3>
        ${doList(words.stopDoing.map(text => ({ do: false, text })))}
      </section>
    </div>`;
