import type { HappenedFacts } from '#domain/intake/index.ts';
import { html, type Html, problemAt } from '#web/ui/index.ts';
import { button, input, textarea } from '#web/ui/govuk/index.ts';
import type { PageDetails } from '../page.ts';
import type { QuestionContext } from '../question.ts';

export function factsPage(
  context: QuestionContext<HappenedFacts>,
): Omit<PageDetails, 'problems' | 'backLink'> {
  const isChild = context.draft.submitterType === 'child';
  const age = isChild ? 'How old are you?' : 'How old is the child?';
  return {
    title: 'What do you know?',
    body: html`<h1 class="govuk-heading-l">What do you know?</h1>
      <p class="govuk-body">Fill in what you know. Leave the rest empty.</p>
      ${context.form(
        html`${line(context, 'app', { text: 'Which app, game or website?' })}
        ${list(context, 'usernames', { text: 'Usernames, names or phone numbers', hint: 'One on each line. Say whose each is.' })}
        ${list(context, 'links', { text: 'Links', hint: 'One on each line. We keep them as text and never open them.' })}
        ${line(context, 'when', { text: 'When did it happen?', hint: 'For example, from September until last night' })}
        ${line(context, 'childAge', { text: age, hint: 'If you know' })}
        ${button({ text: 'Continue', preventDoubleClick: true })}`,
      )}`,
  };
}

type Words = { readonly text: string; readonly hint?: string };
type Context = QuestionContext<HappenedFacts>;

function line(context: Context, name: keyof HappenedFacts, words: Words): Html {
  return input(control(context, name, words));
}

function list(context: Context, name: keyof HappenedFacts, words: Words): Html {
  return textarea({ ...control(context, name, words), rows: '3', spellcheck: false });
}

function control({ answers, problems }: Context, name: keyof HappenedFacts, { text, hint }: Words) {
  return {
    name,
    id: name,
    label: { text, classes: 'govuk-label--m' },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: problemAt(problems, name),
    autocomplete: 'off',
    value: answers[name],
  };
}
