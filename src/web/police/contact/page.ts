import { may } from '#domain/accounts/index.ts';
import type { ActOutcome, DeskItem } from '#domain/desk/index.ts';
import {
  type AskedQuestion,
  type DeskAddition,
  type Engagement,
  mayWriteFreely,
  OTHER_TEMPLATE,
  REVIEW_FROM,
  templatesFor,
} from '#domain/engagement/index.ts';
import { button, input, radios, select, textarea } from '#web/ui/govuk/index.ts';
import { type FormProblem, html, type Html, isolated, problemAt } from '#web/ui/index.ts';
import { keyValues, label, labels, pageHeading } from '#web/ui/police/index.ts';
import { timeElement } from '../london.ts';
import type { SubmissionVisit } from '../submission/submission-page.ts';
import { ACT_NOTICES } from '../submission/submission-page.ts';
import { pageFor, tokenField } from '../visit.ts';
import { counted } from '../words.ts';
import { withdrawnNotice } from './block.ts';
import type { QuestionWords } from './form.ts';
import { ADDITION_WORDS, FLAG_WORDS } from './words.ts';

export type ContactContent = {
  readonly engagement: Engagement;
  readonly items: readonly DeskItem[];
  /** A form that was not taken, and why. */
  readonly typed: { readonly words: QuestionWords; readonly problems: readonly FormProblem[] } | null;
  readonly refused: Extract<ActOutcome, { ok: false }>['reason'] | null;
};

/** What was asked of a submitter, what they sent since, and the form of another question. */
export function contactPage(visit: SubmissionVisit, content: ContactContent): Html {
  const { reference } = visit.value;
  const { engagement, refused } = content;
  return pageFor(visit, {
    title: `Contact with the submitter of ${reference}`,
    backLink: { href: `/submissions/${reference}`, text: `Back to ${reference}` },
    ...(content.typed === null ? {} : { problems: content.typed.problems }),
    body: html`${pageHeading({
      title: 'Contact with the submitter',
      line: html`${reference}. Nothing is sent out: a question waits in the submitter’s box, and can be read
      there from the next quarter of an hour on.`,
    })}
    ${refused !== null && html`<p class="ho-notice" role="status">${ACT_NOTICES[refused]}</p>`}
    ${withdrawnNotice(engagement)} ${driftNotice(engagement)} ${asked(visit, content)}
    ${additionsSection(visit, content)}
    ${engagement.withdrawnAt === null && may(visit.session.officer, 'ask-submitter', thingOf(visit)).allowed && askForm(visit, content)}`,
  });
}

function thingOf({ value }: SubmissionVisit) {
  return { kind: 'submission', id: value.reference, holder: value.holder?.id ?? null } as const;
}

function driftNotice({ questions }: Engagement): Html | false {
  const sent = questions.filter(({ state }) => state === 'asked').length;
  return (
    sent >= REVIEW_FROM &&
    html`<p class="ho-notice" role="status">
      <strong>${counted(sent, 'question')} asked.</strong> Have the unit for covert sources look at this
      contact before another is asked.
    </p>`
  );
}

function asked(visit: SubmissionVisit, { engagement, items }: ContactContent): Html {
  const { questions, additions } = engagement;
  return html`<section aria-labelledby="asked-heading">
    <h2 id="asked-heading">Asked</h2>
    ${questions.length === 0 && html`<p class="ho-empty">Nothing was asked yet.</p>`}
    ${questions.map(question => questionBlock(visit, question, { additions, items }))}
  </section>`;
}

type Around = { readonly additions: readonly DeskAddition[]; readonly items: readonly DeskItem[] };

const STATE_WORDS = { asked: 'Asked', waiting: 'Waits for a second officer', withheld: 'Withheld' } as const;

function questionBlock(visit: SubmissionVisit, question: AskedQuestion, { additions, items }: Around): Html {
  const { id, text, template, version, officer, at, state, decided, item, flags } = question;
  const about = items.find(each => each.id === item);
  const answers = additions.filter(addition => addition.about === id);
  return html`<article class="ho-item" id="question-${id}">
    <h3>
      ${labels([label(STATE_WORDS[state], state === 'waiting' ? 'chosen' : 'plain')])} “${isolated(text)}”
    </h3>
    ${keyValues([
      { key: 'From', value: html`${isolated(officer)}, ${timeElement(at)}` },
      {
        key: 'Template',
        value: template === OTHER_TEMPLATE ? 'Free text' : html`${isolated(template)}, version ${version}`,
      },
      about !== undefined && { key: 'About', value: html`Item ${about.number}, ${isolated(about.name)}` },
      flags !== null &&
        flags.length > 0 && { key: 'Flags', value: html`${flags.map(flag => html`${FLAG_WORDS[flag]} `)}` },
      decided !== null && {
        key: state === 'withheld' ? 'Withheld' : 'Released',
        value: html`${isolated(decided.officer)}, ${timeElement(decided.at)}. ${isolated(decided.reason)}`,
      },
      answers.length > 0 && {
        key: 'Answered',
        value: html`${answers.map(each => html`${additionLine(visit, each, items)} `)}`,
      },
    ])}
    ${state === 'waiting' && decideForms(visit, question)}
  </article>`;
}

function decideForms(visit: SubmissionVisit, { id, officerId }: AskedQuestion): Html | false {
  const { officer } = visit.session;
  if (!may(officer, 'decide-question', thingOf(visit)).allowed) return false;
  if (officerId === officer.id) return html`<p>Another officer has to decide on what you wrote.</p>`;
  const address = `/submissions/${visit.value.reference}/contact/${id}`;
  return html`<p>
      Release it only if it asks the submitter to do nothing towards anybody, and tells them of nobody. A flag
      is a hint; so is its absence.
    </p>
    <form action="${address}/release" method="post" class="ho-side-form">
      ${tokenField(visit)} ${button({ text: 'Release it', preventDoubleClick: true })}
    </form>
    <form action="${address}/withhold" method="post" class="ho-side-form" novalidate>
      ${tokenField(visit)}
      ${input({ name: 'reason', id: `reason-${id}`, label: { text: 'Why it is withheld' } })}
      ${button({ text: 'Withhold it', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>`;
}

function additionsSection(visit: SubmissionVisit, { engagement, items }: ContactContent): Html {
  const { additions } = engagement;
  return html`<section aria-labelledby="added-heading">
    <h2 id="added-heading">Sent by the submitter since</h2>
    ${additions.length === 0 && html`<p class="ho-empty">Nothing.</p>`}
    ${
      additions.length > 0 &&
      html`<ul>
        ${additions.map(addition => html`<li>${additionLine(visit, addition, items)}</li> `)}
      </ul>`
    }
  </section>`;
}

/** One addition as what it is, with the item it became. */
export function additionLine(
  { value }: Pick<SubmissionVisit, 'value'>,
  { kind, receivedAt, item, state }: DeskAddition,
  items: readonly DeskItem[],
): Html {
  const found = items.find(each => each.id === item);
  return html`<b>${ADDITION_WORDS[kind]}</b>, received ${timeElement(receivedAt)}.
    ${found !== undefined && html`<a href="/submissions/${value.reference}#item-${found.number}">Item ${found.number}</a>.`}
    ${found === undefined && (state === 'refused' ? html`<strong>Not sealed: what was stored differs from what came.</strong>` : 'Not yet sealed.')}`;
}

const NOBODY_IS_ASKED = html`<section>
  <h2>Ask the submitter</h2>
  <p>Nobody who was named, and none of their family, is questioned here. An officer speaks with them.</p>
</section>`;

function askForm(visit: SubmissionVisit, { items, typed }: ContactContent): Html {
  const { reference, submitterType } = visit.value;
  const templates = templatesFor(submitterType);
  if (templates.length === 0) return NOBODY_IS_ASKED;
  const chats = items.filter(({ kind }) => kind === 'chat');
  const words = typed?.words;
  const isFree = mayWriteFreely(submitterType);
  return html`<section aria-labelledby="ask-heading">
    <h2 id="ask-heading">Ask the submitter</h2>
    <p>
      Never ask somebody to contact, answer, meet or watch anybody. Never say whether anybody is known or was
      arrested, or that others reported. Do not put questions about an offence to somebody you suspect of one.
    </p>
    <form action="/submissions/${reference}/contact" method="post" class="ho-form" novalidate>
      ${tokenField(visit)}
      ${radios({
        name: 'template',
        idPrefix: 'template',
        fieldset: { legend: { text: 'What to ask' } },
        errorMessage: problemAt(typed?.problems, 'template'),
        value: words?.template,
        items: [
          ...templates.map(({ id, title, text }) => ({ value: id, text: title, hint: { text: text.en } })),
          isFree && {
            value: OTHER_TEMPLATE,
            text: 'Something else',
            hint: { text: 'It is checked, and waits until a second officer releases it' },
          },
        ],
      })}
      ${select({
        name: 'item',
        id: 'item',
        label: { text: 'Item it is about, for questions about a file' },
        errorMessage: problemAt(typed?.problems, 'item'),
        items: [
          { value: '', text: 'None', selected: (words?.item ?? '') === '' },
          ...chats.map(({ id, number, name }) => ({
            value: id,
            text: `Item ${number}, ${name.slice(0, 80)}`,
            selected: id === words?.item,
          })),
        ],
      })}
      ${
        isFree &&
        textarea({
          name: 'text',
          id: 'text',
          label: { text: 'Something else: the question, in plain words' },
          rows: '3',
          value: words?.text,
          errorMessage: problemAt(typed?.problems, 'text'),
        })
      }
      ${button({ text: 'Put it to the submitter', preventDoubleClick: true })}
    </form>
  </section>`;
}
