import type { HappenedFacts } from '#domain/intake/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { button, input, textarea } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';

export function factsPage({
  answers,
  draft,
  form,
}: QuestionContext<HappenedFacts>): Omit<PageDetails, 'problems' | 'backLink'> {
  const isChild = draft.submitterType === 'child';
  return {
    title: 'What do you know?',
    body: html`<h1 class="govuk-heading-l">What do you know?</h1>
      <p class="govuk-body">Fill in what you know. Leave the rest empty.</p>
      ${form(
        html`${line('app', { text: 'Which app, game or website?' }, answers.app)}
        ${list('usernames', { text: 'Usernames, names or phone numbers', hint: 'One on each line. Say whose each is.' }, answers.usernames)}
        ${list('links', { text: 'Links', hint: 'One on each line. We keep them as text and never open them.' }, answers.links)}
        ${line('when', { text: 'When did it happen?', hint: 'For example, from September until last night' }, answers.when)}
        ${line('childAge', { text: isChild ? 'How old are you?' : 'How old is the child?', hint: 'If you know' }, answers.childAge)}
        ${button({ text: 'Continue', preventDoubleClick: true })}`,
      )}`,
  };
}

type Words = { readonly text: string; readonly hint?: string };

function line(name: keyof HappenedFacts, { text, hint }: Words, value: string): Html {
  const label = { text, classes: 'govuk-label--m' };
  return input({
    name,
    id: name,
    label,
    ...(hint ? { hint: { text: hint } } : {}),
    autocomplete: 'off',
    value,
  });
}

function list(name: keyof HappenedFacts, { text, hint }: Words, value: string): Html {
  const label = { text, classes: 'govuk-label--m' };
  const options = { name, id: name, label, rows: '3', spellcheck: false, autocomplete: 'off', value };
  return textarea({ ...options, ...(hint ? { hint: { text: hint } } : {}) });
}
