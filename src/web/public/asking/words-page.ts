import type { TopicAnswers } from '#domain/intake/index.ts';
import { html } from '#web/ui/index.ts';
import type { Catalogue } from '#web/ui/language/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { continueButton, type Field, type FieldWords, paragraphs, wordsControl } from './controls.ts';
import { topicPage, type TopicPage } from './topic-page.ts';

/** The topics whose answers are words and nothing else. */
type WordsTopic = 'facts' | 'material' | 'firstRaised';

export type WordsPageWords<Names extends string> = {
  readonly title: string;
  readonly task: string;
  readonly before: readonly string[];
  readonly fields: Readonly<Record<Names, FieldWords>>;
};

/** A page that asks for words under several headings, none of them required. */
export function wordsPage<Name extends WordsTopic>(
  topic: Name,
  fields: readonly (Field & { readonly name: keyof TopicAnswers[Name] & string })[],
  catalogue: Catalogue<WordsPageWords<keyof TopicAnswers[Name] & string>>,
): TopicPage {
  type Answers = TopicAnswers[Name];
  const textOf = (answers: Answers, name: keyof Answers): string => String(answers[name]);
  const read = (form: FormFields) => {
    const answers = Object.fromEntries(
      fields.map(({ name }) => [name, form.text(name)]),
    ) as unknown as Answers;
    const checks = fields.map(({ name, longest }) =>
      notWords(name, textOf(answers, name), longest, form.language),
    );
    return { answers, problems: problemsOf(...checks) };
  };
  return topicPage<Name>({
    topic,
    task: language => catalogue.in(language).task,
    read,
    rows: (answers, language) =>
      fields.map(({ name }) => ({
        key: catalogue.in(language).fields[name].row,
        value: textOf(answers, name),
      })),
    view({ answers, problems, language, form }) {
      const words = catalogue.in(language);
      const controls = fields.map(field =>
        wordsControl({
          field,
          words: words.fields[field.name],
          value: textOf(answers, field.name),
          problems,
          language,
        }),
      );
      return {
        title: words.title,
        body: html`<h1 class="govuk-heading-l">${words.title}</h1>
          ${paragraphs(words.before)} ${form(html`${controls} ${continueButton(language)}`)}`,
      };
    },
  });
}
