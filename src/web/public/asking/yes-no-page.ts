import { YES_NO, type TopicAnswers } from '#domain/intake/index.ts';
import { html, type Html, NOTHING } from '#web/ui/index.ts';
import { radios } from '#web/ui/govuk/index.ts';
import type { Catalogue, Language } from '#web/ui/language/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import { problemsOf } from '../page.ts';
import type { QuestionContext } from '../question.ts';
import { continueButton, type FieldWords, hiddenLegend, paragraphs, wordsControl } from './controls.ts';
import { type MadeOf, topicPage, type TopicPage } from './topic-page.ts';

type YesNoTopic = 'meeting' | 'children' | 'leftOut' | 'contactNow';
type Answers = TopicAnswers[YesNoTopic];

export type YesNoWords = {
  readonly title: string;
  readonly task: string;
  readonly hint: string;
  readonly before: readonly string[];
  readonly words: FieldWords;
  readonly row: string;
};

type Extra = {
  /** Stands above the question. */
  readonly above?: (language: Language, context: QuestionContext<Answers>) => Html;
} & Pick<MadeOf<YesNoTopic>, 'beforeKept' | 'alsoKeep'>;

const WORDS = { name: 'words', longest: 5000, rows: 4 } as const;

/** Reads yes, no or "I do not know", and what was said of it. Nothing is required. */
export function readYesNo(form: FormFields) {
  const answer = YES_NO.find(known => known === form.raw('answer')) ?? '';
  const answers: Answers = { answer, words: form.text(WORDS.name) };
  const problem = notWords(WORDS.name, answers.words, WORDS.longest, form.language);
  return { answers, problems: problemsOf(problem) };
}

/** A page that asks one thing: yes, no or "I do not know", and what the person knows of it. */
export function yesNoPage(
  topic: YesNoTopic,
  catalogue: Catalogue<YesNoWords>,
  { above, ...extra }: Extra = {},
): TopicPage {
  return topicPage<YesNoTopic>({
    topic,
    task: language => catalogue.in(language).task,
    read: readYesNo,
    rows({ answer, words }, language) {
      const own = catalogue.in(language);
      const said = answer === '' ? '' : JOURNEY_WORDS.in(language)[answer];
      return [
        { key: own.row, value: said },
        { key: own.words.row, value: words },
      ];
    },
    view(context) {
      const { answers, problems, language, form } = context;
      const words = catalogue.in(language);
      const control = wordsControl({
        field: WORDS,
        words: words.words,
        value: answers.words,
        problems,
        language,
      });
      return {
        title: words.title,
        body: html`<h1 class="govuk-heading-l">${words.title}</h1>
          ${above?.(language, context) ?? NOTHING} ${paragraphs(words.before)}
          ${form(html`${choice(words, answers, language)} ${control} ${continueButton(language)}`)}`,
      };
    },
    ...extra,
  });
}

function choice({ title, hint }: YesNoWords, { answer }: Answers, language: Language): Html {
  const words = JOURNEY_WORDS.in(language);
  return radios({
    name: 'answer',
    fieldset: { legend: hiddenLegend(title) },
    ...(hint === '' ? {} : { hint: { text: hint } }),
    value: answer,
    items: YES_NO.map(value => ({ value, text: words[value] })),
  });
}
