import { may } from '#domain/accounts/index.ts';
import type { ConversationFacts, Translation } from '#domain/conversations/index.ts';
import { button, details, errorSummary, input, radios, textarea } from '#web/ui/govuk/index.ts';
import { html, problemAt } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { messageAddress } from '../conversation/conversation-query.ts';
import { tokenField } from '../visit.ts';
import type { Visit } from '../visit.ts';
import type { RemarkWords, TranslationWords } from './form.ts';
import { translationBlock } from './view.ts';

/** What was sent and could not be put on record, and why. */
export type TypedTranslation = {
  readonly problems: readonly FormProblem[];
  readonly words?: TranslationWords;
  readonly remark?: RemarkWords;
};

type Shown = {
  readonly n: number;
  readonly translations: readonly Translation[];
  readonly typed: TypedTranslation | null;
};

/** Above a message's page: what could not be put on record. */
export function translationProblems({ typed }: Pick<Shown, 'typed'>): Html | undefined {
  if (typed === null) return undefined;
  return errorSummary({
    titleText: 'There is a problem',
    errorList: typed.problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  });
}

/** On a message's own page: its translations, those taken back too, with a form to add one and forms to dispute each. */
export function translationsSection(visit: Visit<ConversationFacts>, shown: Shown): Html {
  const { readingId, submission, state } = visit.value;
  const thing = { kind: 'conversation', id: readingId, holder: submission.holder } as const;
  const isAllowed = state === 'read' && may(visit.session.officer, 'translate', thing).allowed;
  return html`<section id="translations" aria-labelledby="translations-heading">
    <h2 class="ho-panel__heading" id="translations-heading">Translations</h2>
    ${shown.translations.length === 0 && html`<p>None. The words as written stand alone.</p>`}
    ${shown.translations.map(
      translation =>
        html`${translationBlock(translation)}
        ${isAllowed && translation.takenBack === null && remarkForms(visit, shown, translation)}`,
    )}
    ${isAllowed && addForm(visit, shown)}
  </section>`;
}

function addForm(visit: Visit<ConversationFacts>, { n, typed }: Shown): Html {
  const words = typed?.words;
  const at = (field: string) => problemAt(words === undefined ? undefined : typed?.problems, field);
  const line = (name: 'from' | 'into' | 'by', label: string, hint?: string): Html =>
    input({
      name,
      label: { text: label },
      ...(hint === undefined ? {} : { hint: { text: hint } }),
      value: words?.[name] ?? '',
      errorMessage: at(name),
    });
  return details({
    summaryText: 'Add a translation',
    open: words !== undefined,
    html: html`<form
      action="${messageAddress(visit.value.readingId, n)}/translations"
      method="post"
      class="ho-form"
      novalidate
    >
      ${tokenField(visit)}
      ${textarea({
        name: 'text',
        label: { text: 'The translation' },
        hint: {
          text: 'It stands beside the words as written, with your name, and is not searched as words of the chat',
        },
        rows: '4',
        value: words?.text ?? '',
        errorMessage: at('text'),
      })}
      ${line('from', 'Language of the message')} ${line('into', 'Language of the translation')}
      ${line('by', 'Translated by', 'The translator’s name, or the program’s name and version')}
      ${radios({
        name: 'how',
        fieldset: { legend: { text: 'That is' } },
        errorMessage: at('how'),
        value: words?.how ?? '',
        items: [
          { value: 'certified', text: 'A certified translator or interpreter' },
          { value: 'person', text: 'Somebody who reads the language, not certified' },
          { value: 'machine', text: 'A program' },
        ],
      })}
      ${button({ text: 'Put it on record', preventDoubleClick: true })}
    </form>`,
  });
}

/** To dispute it, or for who put it there to take it back. */
function remarkForms(
  visit: Visit<ConversationFacts>,
  { n, typed }: Shown,
  { id, officerId }: Translation,
): Html {
  const isOwn = officerId === visit.session.officer.id;
  const field = `reason-${id}`;
  const isTyped = typed?.remark?.translation === id;
  return details({
    summaryText: isOwn ? 'Dispute it or take it back' : 'Dispute it',
    open: isTyped,
    html: html`<form
      action="${messageAddress(visit.value.readingId, n)}/translations/${id}/remarks"
      method="post"
      class="ho-form"
      novalidate
    >
      ${tokenField(visit)}
      ${textarea({
        name: field,
        label: { text: isOwn ? 'What is wrong with it, or why it is taken back' : 'What is wrong with it' },
        rows: '2',
        value: isTyped ? typed?.remark?.reason : '',
        errorMessage: problemAt(typed?.problems, field),
      })}
      ${button({ text: 'Dispute it', name: 'kind', value: 'disputed', preventDoubleClick: true })}
      ${isOwn && button({ text: 'Take it back', name: 'kind', value: 'taken-back', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>`,
  });
}
