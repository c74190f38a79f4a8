import { type BothLanguages, templateOf } from '#domain/engagement/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { VisitorSecrets } from '#domain/intake/index.ts';
import { html, type Html, isolated, problemAt } from '#web/ui/index.ts';
import { button, details, fileUpload, input, radios, textarea } from '#web/ui/govuk/index.ts';
import { tokenField } from '../page.ts';
import { spokenMoment } from '../spoken-time.ts';
import type { ShownQuestion } from './content.ts';
import type { ReturnForm, Typed } from './typed.ts';
import type { ReturnWords } from './words.ts';

/** What each form of the page is made from. */
export type FormsView = {
  readonly words: ReturnWords;
  readonly language: Language;
  readonly secrets: VisitorSecrets;
  readonly typed: Typed | null;
  /** Names this showing of the form, so that the same form sent twice is one addition. */
  readonly shown: () => string;
};

function form({ secrets, shown }: FormsView, name: ReturnForm, controls: Html): Html {
  const action = `/return/hand-in/${name}`;
  // The token stands first: a file is refused before its bytes are read.
  const inside = html`${tokenField(secrets)}<input type="hidden" name="shown" value="${shown()}" />
    ${controls}`;
  return name === 'file'
    ? html`<form method="post" action="${action}" enctype="multipart/form-data" novalidate>${inside}</form>`
    : html`<form method="post" action="${action}" novalidate>${inside}</form>`;
}

function folded(view: FormsView, name: ReturnForm, [summary, controls]: readonly [string, Html]): Html {
  return details({
    summaryText: summary,
    open: view.typed?.form === name,
    html: form(view, name, controls),
  });
}

function valuesOf({ typed }: FormsView, name: ReturnForm): Readonly<Record<string, string>> {
  return typed?.form === name ? typed.values : {};
}

/** One question with the form of its answer, or when it was answered. */
export function questionBlock(view: FormsView, question: ShownQuestion): Html {
  const { words, language } = view;
  const template = templateOf(question.template, question.version);
  return html`<section class="ho-asked" aria-labelledby="asked-${question.question}">
    <h3 class="govuk-heading-s" id="asked-${question.question}">
      ${template === null ? isolated(question.text) : inLanguage(template.text, language)}
    </h3>
    ${question.item !== null && html`<p class="govuk-body">${words.aboutFile} <span class="ho-words">${isolated(question.item)}</span></p>`}
    ${
      question.answeredAt === null
        ? answerForm(view, question)
        : html`<p class="govuk-body">
            ${words.answered(spokenMoment(question.answeredAt, language))} ${words.changeAnswer}
          </p>`
    }
  </section>`;
}

function answerForm(view: FormsView, { question, template: id, version }: ShownQuestion): Html {
  const { words, language, typed } = view;
  const choices = templateOf(id, version)?.choices ?? [];
  const isTyped = typed?.form === 'answer' && typed.question === question;
  const [values, problems] = isTyped ? [typed.values, typed.problems] : [{} as Typed['values'], []];
  const field = `answer-${question}`;
  return form(
    view,
    'answer',
    html`<input type="hidden" name="question" value="${question}" /> ${
        choices.length > 0 &&
        radios({
          name: 'choice',
          idPrefix: field,
          fieldset: { legend: { text: words.yourAnswer, classes: 'govuk-fieldset__legend--s' } },
          errorMessage: problemAt(problems, field, language),
          value: values['choice'],
          items: choices.map(({ value, text }) => ({ value, text: inLanguage(text, language) })),
        })
      }
      ${textarea({
        name: 'words',
        id: choices.length > 0 ? `${field}-words` : field,
        label: { text: choices.length > 0 ? words.moreWords : words.yourAnswer, classes: 'govuk-label--s' },
        rows: '3',
        autocomplete: 'off',
        value: values['words'],
        errorMessage: problemAt(problems, choices.length > 0 ? `${field}-words` : field, language),
      })}
      ${button({ text: words.sendAnswer, preventDoubleClick: true })}`,
  );
}

/** Everything that can be sent without being asked, each folded until it is wanted. */
export function tellMore(
  view: FormsView,
  questions: readonly ShownQuestion[],
  withdrawnAt: Date | null,
): Html {
  return html`${addWordsForm(view)} ${addFileForm(view)} ${correctForm(view, questions)}
  ${contactedForm(view)} ${publishedForm(view)} ${withdrawForm(view, withdrawnAt)}`;
}

function addWordsForm(view: FormsView): Html {
  const { add } = view.words;
  const controls = html`${textarea({
    name: 'text',
    id: 'text',
    label: { text: add.label, classes: 'govuk-label--s' },
    hint: { text: add.hint },
    rows: '8',
    spellcheck: false,
    autocomplete: 'off',
    value: valuesOf(view, 'words')['text'],
    errorMessage: problemAt(view.typed?.problems, 'text', view.language),
  })}
  ${button({ text: add.button, preventDoubleClick: true })}`;
  return folded(view, 'words', [add.summary, controls]);
}

function addFileForm(view: FormsView): Html {
  const { file } = view.words;
  const controls = html`${fileUpload({
    name: 'file',
    id: 'file',
    label: { text: file.label, classes: 'govuk-label--s' },
    hint: { text: file.hint },
    errorMessage: problemAt(view.typed?.problems, 'file', view.language),
  })}
  ${button({ text: file.button, preventDoubleClick: true })}`;
  return folded(view, 'file', [file.summary, controls]);
}

function correctForm(view: FormsView, questions: readonly ShownQuestion[]): Html {
  const { correct } = view.words;
  const values = valuesOf(view, 'correct');
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null);
  const controls = html`${radios({
    name: 'which',
    idPrefix: 'which',
    fieldset: { legend: { text: correct.which, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: problemAt(view.typed?.problems, 'which', view.language),
    value: values['which'],
    items: [
      { value: 'first', text: correct.first },
      ...answered.map(each => ({
        value: each.question,
        text: askedText(each, view.language),
      })),
    ],
  })}
  ${textarea({
    name: 'correction',
    id: 'correction',
    label: { text: correct.label, classes: 'govuk-label--s' },
    hint: { text: correct.hint },
    rows: '5',
    autocomplete: 'off',
    value: values['correction'],
    errorMessage: problemAt(view.typed?.problems, 'correction', view.language),
  })}
  ${button({ text: correct.button, preventDoubleClick: true })}`;
  return folded(view, 'correct', [correct.summary, controls]);
}

function contactedForm(view: FormsView): Html {
  const { contacted } = view.words;
  const values = valuesOf(view, 'contacted');
  const controls = html`<p class="govuk-body"><strong>${contacted.before}</strong></p>
    ${textarea({
      name: 'contacted',
      id: 'contacted',
      label: { text: contacted.label, classes: 'govuk-label--s' },
      hint: { text: contacted.hint },
      rows: '5',
      autocomplete: 'off',
      value: values['contacted'],
      errorMessage: problemAt(view.typed?.problems, 'contacted', view.language),
    })}
    ${line(view, { name: 'contactedWhen', label: contacted.when, value: values['contactedWhen'] })}
    ${button({ text: contacted.button, preventDoubleClick: true })}`;
  return folded(view, 'contacted', [contacted.summary, controls]);
}

function publishedForm(view: FormsView): Html {
  const { published } = view.words;
  const values = valuesOf(view, 'published');
  const controls = html`<p class="govuk-body"><strong>${published.before}</strong></p>
    ${line(view, { name: 'link', label: published.link, hint: published.linkHint, value: values['link'] })}
    ${line(view, { name: 'publishedWhen', label: published.when, value: values['publishedWhen'] })}
    ${textarea({
      name: 'shows',
      id: 'shows',
      label: { text: published.label, classes: 'govuk-label--s' },
      rows: '4',
      autocomplete: 'off',
      value: values['shows'],
      errorMessage: problemAt(view.typed?.problems, 'shows', view.language),
    })}
    ${button({ text: published.button, preventDoubleClick: true })}`;
  return folded(view, 'published', [published.summary, controls]);
}

type Line = {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly hint?: string;
};

function line({ typed, language }: FormsView, { name, label, value, hint }: Line): Html {
  return input({
    name,
    id: name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    autocomplete: 'off',
    spellcheck: false,
    value,
    errorMessage: problemAt(typed?.problems, name, language),
  });
}

function withdrawForm(view: FormsView, withdrawnAt: Date | null): Html {
  const { withdraw } = view.words;
  if (withdrawnAt !== null)
    return html`<p class="govuk-body">
      <strong>${withdraw.done(spokenMoment(withdrawnAt, view.language))}</strong>
    </p>`;
  const problem = problemAt(view.typed?.problems, 'withdraw', view.language);
  const controls = html`<p class="govuk-body" id="withdraw">${withdraw.before}</p>
    ${problem !== undefined && html`<p class="govuk-error-message">${problem.text}</p>`}
    ${button({ text: withdraw.button, classes: 'govuk-button--secondary', preventDoubleClick: true })}`;
  return folded(view, 'withdraw', [withdraw.summary, controls]);
}

/** A text of a template, which stands in the two languages of people. */
function inLanguage(text: BothLanguages, language: Language): string {
  return language === 'cy' ? text.cy : text.en;
}

function askedText({ template, version, text }: ShownQuestion, language: Language): string {
  const known = templateOf(template, version);
  return known === null ? text : inLanguage(known.text, language);
}
