import { DANGER_KINDS } from '#domain/intake/index.ts';
import { html, type Html, NOTHING, problemAt, type FormProblem } from '#web/ui/index.ts';
import { button, checkboxes, insetText } from '#web/ui/govuk/index.ts';
import { doList } from '#web/ui/public/index.ts';
import type { PageDetails } from '../page.ts';
import { spokenDays } from '../spoken-time.ts';
import { DANGER_WORDS } from './danger-words.ts';
import type { StartAnswers } from './form.ts';

/** What the start page knows of an earlier visit in this browser. */
export type Earlier = { readonly text: string; readonly href: string; readonly link: string } | null;

export type StartView = {
  readonly answers: StartAnswers;
  readonly problems: readonly FormProblem[];
  readonly deskSentence: string;
  readonly forceName: string;
  readonly earlier: Earlier;
  readonly draftDays: number;
  readonly form: (controls: Html) => Html;
};

/** The start page, which is itself the danger question: danger is asked at first sight and one press tells the desk. */
export function startPage(view: StartView): PageDetails {
  return {
    title: 'Hand in evidence of online grooming',
    danger: 'ask',
    problems: view.problems,
    body: html`<h1 class="govuk-heading-xl">Hand in evidence of online grooming</h1>
      <p class="govuk-body-l">
        Give ${view.forceName} messages or information about someone who may be grooming a child online. You
        do not need an account or proof.
      </p>
      ${earlierNote(view.earlier)} ${view.form(html`${happening(view)} ${beforeContinue(view.deskSentence)}`)}`,
    aside: asideOf(view.draftDays),
    below: BELOW,
  };
}

function earlierNote(earlier: Earlier): Html {
  if (earlier === null) return NOTHING;
  return insetText({
    html: html`${earlier.text} <a class="govuk-link" href="${earlier.href}">${earlier.link}</a>`,
  });
}

function happening({ answers, problems }: StartView): Html {
  return checkboxes({
    name: 'happening',
    fieldset: {
      legend: {
        text: 'Is any of this happening now, or in the next 24 hours?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: 'Choose all that apply.' },
    errorMessage: problemAt(problems, 'happening'),
    values: [...answers.happening, ...(answers.none ? ['none'] : [])],
    items: [
      ...DANGER_KINDS.map(value => ({
        value,
        text: DANGER_WORDS[value].label,
        hint: { text: DANGER_WORDS[value].hint },
      })),
      { divider: 'or' },
      {
        value: 'none',
        text: 'None of these',
        hint: { text: 'You can still hand in what you have' },
        behaviour: 'exclusive',
      },
    ],
  });
}

function beforeContinue(deskSentence: string): Html {
  return html`<p class="govuk-body">
      <strong>Do not wait for us. Call 999 now</strong> if anyone is in danger.
    </p>
    <p class="govuk-body">
      If you choose one of the first five, your answer goes to the police desk when you press Continue, even
      if you stop there. ${deskSentence}
    </p>
    ${button({ text: 'Continue', preventDoubleClick: true })}`;
}

const asideOf = (draftDays: number): Html =>
  html`<section class="ho-aside__part">
      <h2>What you need</h2>
      <p>
        About 10 minutes. The chat, if you have it: we show you how to save it from your app. If you stop, you
        can carry on in this browser until you close it or clear your answers. We remove answers and files
        that were not handed in ${spokenDays(draftDays)} after your last answer.
      </p>
    </section>
    <section class="ho-aside__part">
      <h2>Other ways to tell us</h2>
      <p>Call 101, or go to a police station. You can bring the phone with you.</p>
    </section>`;

const BELOW = html`<h2>Before you start</h2>
  <div class="ho-columns">
    <section>
      <h3>You can hand in</h3>
      ${doList([
        { do: true, text: 'messages and chats saved from an app' },
        { do: true, text: 'usernames, links, dates and times' },
        { do: true, text: 'what happened, in your own words' },
      ])}
    </section>
    <section>
      <h3>Do not send or copy</h3>
      ${doList([
        {
          do: false,
          text: html`any picture or video that may show someone under 18: no screenshots, no forwarding, no
            second look
            <span class="ho-hint"
              >Copying it can be a crime, even to help. Call 101 and say that you have a phone to hand
              over.</span
            >`,
        },
      ])}
    </section>
    <section>
      <h3>Please stop here</h3>
      ${doList([
        { do: false, text: 'do not reply, or pretend to be someone else' },
        { do: false, text: 'do not meet, follow, film or post' },
        { do: false, text: 'do not delete anything or reset the phone' },
      ])}
    </section>
  </div>`;
