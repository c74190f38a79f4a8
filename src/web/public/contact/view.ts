import { html, type Html, isolated, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, input, insetText, radios, textarea } from '#web/ui/govuk/index.ts';
import { FORM_WORDS } from '../form-words.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { type ContactAnswers, notSent } from './form.ts';
import { CONTACT_WORDS } from './words.ts';

type Context = QuestionContext<ContactAnswers>;
type ContactWords = ReturnType<typeof CONTACT_WORDS.in>;

export function contactPage(context: Context): Omit<PageDetails, 'problems' | 'backLink'> {
  const words = CONTACT_WORDS.in(context.language);
  const goOn = button({ text: FORM_WORDS.in(context.language).continue, preventDoubleClick: true });
  return {
    title: words.title,
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.intro}</p>
      ${context.form(
        html`${others(context, words)} ${leftOut(context, words)} ${reach(context, words)}
        ${who(context, words)} ${goOn}`,
      )}`,
  };
}

function others({ answers }: Context, { others: words }: ContactWords): Html {
  return radios({
    name: 'othersSeeDevice',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: words.question, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: words.hint },
    value: answers.othersSeeDevice,
    items: (['no', 'yes', 'unsure'] as const).map(value => ({ value, text: words[value] })),
  });
}

function reach(context: Context, words: ContactWords): Html {
  const { answers, problems, language } = context;
  return radios({
    name: 'reach',
    fieldset: { legend: { text: words.reach.question, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: problemAt(problems, 'reach', language),
    value: answers.reach,
    items: [
      { value: 'none', text: words.reach.none },
      { value: 'phone', text: words.reach.phone, conditional: { html: phone(context, words) } },
      { value: 'email', text: words.reach.email, conditional: { html: email(context, words) } },
    ],
  });
}

/** A number beside "do not contact me": shown where they choose, so that it is never lost without a word. */
function leftOut({ answers }: Context, words: ContactWords): Html {
  const typed = notSent(answers);
  if (typed === '') return NOTHING;
  return html`<input type="hidden" name="leftOut" value="${typed}" />${insetText({
      html: html`<p class="govuk-body">${words.typed(isolated(typed))}</p>
        <p class="govuk-body">${answers.reach === 'none' ? words.typedAndNone : words.typedAndOther}</p>`,
    })}`;
}

function phone({ answers, problems, language }: Context, words: ContactWords): Html {
  return input({
    name: 'phone',
    id: 'phone',
    label: { text: words.phone },
    type: 'tel',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
    errorMessage: problemAt(problems, 'phone', language),
    value: answers.phone,
  });
}

function email({ answers, problems, language }: Context, words: ContactWords): Html {
  return input({
    name: 'email',
    id: 'email',
    label: { text: words.email },
    type: 'email',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: problemAt(problems, 'email', language),
    value: answers.email,
  });
}

function who({ answers, problems, language }: Context, words: ContactWords): Html {
  return html`${textarea({
    name: 'whenAndAsWhom',
    id: 'whenAndAsWhom',
    label: { text: words.when, classes: 'govuk-label--m' },
    hint: { text: words.whenHint },
    errorMessage: problemAt(problems, 'whenAndAsWhom', language),
    rows: '2',
    autocomplete: 'off',
    value: answers.whenAndAsWhom,
  })}
  ${input({
    name: 'name',
    id: 'name',
    label: { text: words.name, classes: 'govuk-label--m' },
    hint: { text: words.nameHint },
    errorMessage: problemAt(problems, 'name', language),
    autocomplete: 'off',
    value: answers.name,
  })}`;
}
