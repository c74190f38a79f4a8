import { html, type Html, isolated, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, input, insetText, radios, textarea } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { type ContactAnswers, notSent } from './form.ts';

type Context = QuestionContext<ContactAnswers>;

export function contactPage(context: Context): Omit<PageDetails, 'problems' | 'backLink'> {
  return {
    title: 'Is it safe to contact you?',
    body: html`<h1 class="govuk-heading-l">Is it safe to contact you?</h1>
      <p class="govuk-body">
        You do not have to answer anything here. If you leave it as it is, we will not contact you, unless we
        must, to keep somebody safe. At the end we give you a code to see your receipt again.
      </p>
      ${context.form(
        html`${others(context)} ${leftOut(context)} ${reach(context)} ${who(context)}
        ${button({ text: 'Continue', preventDoubleClick: true })}`,
      )}`,
  };
}

function others({ answers }: Context): Html {
  return radios({
    name: 'othersSeeDevice',
    classes: 'govuk-radios--inline',
    fieldset: {
      legend: { text: 'Does anyone else see this phone or email?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: { text: 'A partner, a parent, a child, someone you share a computer with' },
    value: answers.othersSeeDevice,
    items: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes' },
      { value: 'unsure', text: 'Not sure' },
    ],
  });
}

function reach(context: Context): Html {
  const { answers } = context;
  return radios({
    name: 'reach',
    fieldset: { legend: { text: 'May an officer contact you?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: problemAt(context.problems, 'reach'),
    value: answers.reach,
    items: [
      { value: 'none', text: 'Do not contact me' },
      { value: 'phone', text: 'By phone', conditional: { html: phone(context) } },
      { value: 'email', text: 'By email', conditional: { html: email(context) } },
    ],
  });
}

/** A number beside "do not contact me": shown where they choose, so that it is never lost without a word. */
function leftOut({ answers }: Context): Html {
  const typed = notSent(answers);
  if (typed === '') return NOTHING;
  return html`<input type="hidden" name="leftOut" value="${typed}" />${insetText({
      html: html`<p class="govuk-body">You typed: <strong class="ho-words">${isolated(typed)}</strong></p>
        <p class="govuk-body">
          ${
            answers.reach === 'none'
              ? 'If an officer may use it, choose "By phone" or "By email". If you leave "Do not contact me", we do not pass it on.'
              : 'We pass on only what you choose below, not this.'
          }
        </p>`,
    })}`;
}

function phone({ answers, problems }: Context): Html {
  return input({
    name: 'phone',
    id: 'phone',
    label: { text: 'A number that is safe to call' },
    type: 'tel',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
    errorMessage: problemAt(problems, 'phone'),
    value: answers.phone,
  });
}

function email({ answers, problems }: Context): Html {
  return input({
    name: 'email',
    id: 'email',
    label: { text: 'An email address that is safe to write to' },
    type: 'email',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: problemAt(problems, 'email'),
    value: answers.email,
  });
}

function who({ answers, problems }: Context): Html {
  return html`${textarea({
    name: 'whenAndAsWhom',
    id: 'whenAndAsWhom',
    label: { text: 'When is it safe, and who should we say we are?', classes: 'govuk-label--m' },
    hint: {
      text: 'For example: only between 9am and 3pm; say you are the dentist. You can leave this empty.',
    },
    errorMessage: problemAt(problems, 'whenAndAsWhom'),
    rows: '2',
    autocomplete: 'off',
    value: answers.whenAndAsWhom,
  })}
  ${input({
    name: 'name',
    id: 'name',
    label: { text: 'Your name', classes: 'govuk-label--m' },
    hint: { text: 'You do not have to give it' },
    errorMessage: problemAt(problems, 'name'),
    autocomplete: 'off',
    value: answers.name,
  })}`;
}
