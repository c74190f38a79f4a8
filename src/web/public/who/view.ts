import { SUBMITTER_TYPES, type SubmitterType } from '#domain/intake/index.ts';
import { html, problemAt } from '#web/ui/index.ts';
import { button, details, radios } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import type { WhoAnswers } from './form.ts';

/** Each kind of submitter in the words of the person; `said` is how "check your answers" repeats it. */
export const WHO_WORDS: Readonly<
  Record<SubmitterType, { readonly label: string; readonly hint?: string; readonly said: string }>
> = {
  child: { label: 'I am under 18', hint: 'You are not in trouble', said: 'Under 18' },
  'parent-or-carer': { label: 'A parent or carer', said: 'A parent or carer' },
  'school-or-college': {
    label: 'A school or college',
    hint: 'For example, the safeguarding lead',
    said: 'A school or college',
  },
  platform: { label: 'A company that runs an app or website', said: 'A company that runs an app or website' },
  'member-of-the-public': {
    label: 'A member of the public',
    hint: 'Someone who saw or was told something',
    said: 'A member of the public',
  },
  'activist-group-member': {
    label: 'Someone in a group that looks for people who groom children',
    said: 'Someone in a group that looks for people who groom children',
  },
  'other-professional': {
    label: 'Another professional',
    hint: 'For example, a social worker, doctor or youth worker',
    said: 'Another professional',
  },
};

export function whoPage({
  answers,
  problems,
  form,
}: QuestionContext<WhoAnswers>): Omit<PageDetails, 'problems' | 'backLink'> {
  const question = radios({
    name: 'submitterType',
    fieldset: {
      legend: { text: 'Who are you?', classes: 'govuk-fieldset__legend--l', isPageHeading: true },
    },
    hint: { text: 'We do not ask for your name here.' },
    errorMessage: problemAt(problems, 'submitterType'),
    value: answers.submitterType,
    items: SUBMITTER_TYPES.map(value => {
      const { label, hint } = WHO_WORDS[value];
      return { value, text: label, ...(hint ? { hint: { text: hint } } : {}) };
    }),
  });
  return {
    title: 'Who are you?',
    body: html`${form(html`${question} ${button({ text: 'Continue', preventDoubleClick: true })}`)} ${NAMED}`,
  };
}

const NAMED = details({
  summaryText: 'I was named, filmed or confronted, or I am their family',
  html: html`<p class="govuk-body">
      This form is not for you. Call 101 and say that you were named or confronted. Call 999 if anyone
      threatens you.
    </p>
    <p class="govuk-body">
      Do not answer the allegation here. A solicitor can help you. Samaritans are there at any time on 116
      123.
    </p>`,
});
