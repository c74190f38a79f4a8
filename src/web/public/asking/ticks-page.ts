import type { TopicAnswers } from '#domain/intake/index.ts';
import { html, type Html, NOTHING } from '#web/ui/index.ts';
import { checkboxes, type CheckboxesItem } from '#web/ui/govuk/index.ts';
import type { Catalogue, Language } from '#web/ui/language/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import {
  continueButton,
  type Field,
  type FieldWords,
  hiddenLegend,
  paragraphs,
  wordsControl,
} from './controls.ts';
import { topicPage, type TopicPage } from './topic-page.ts';

/** The topics that are answered by ticks and words. */
type TicksTopic = 'people' | 'conduct' | 'harm';

type TickWords = { readonly label: string; readonly hint: string };

export type TicksWords<Kinds extends string, Names extends string> = {
  readonly title: string;
  readonly task: string;
  readonly hint: string;
  readonly before: readonly string[];
  /** The word between the others and "none of these". */
  readonly or: string;
  readonly row: string;
  readonly kinds: Readonly<Record<Kinds, TickWords>>;
  readonly fields: Readonly<Record<Names, FieldWords>>;
};

type Made<Kinds extends string> = {
  /** The member of the answers that holds what was ticked. */
  readonly member: string;
  readonly kinds: readonly Kinds[];
  readonly above?: (language: Language) => Html;
};

/** A page with boxes to tick, "none of these" last where it is among them, and words below. Nothing is required. */
export function ticksPage<Name extends TicksTopic, Kinds extends string, Names extends string>(
  topic: Name,
  { member, kinds, above }: Made<Kinds>,
  fields: readonly (Field & { readonly name: Names })[],
  catalogue: Catalogue<TicksWords<Kinds, Names>>,
): TopicPage {
  type Answers = TopicAnswers[Name];
  const ticked = (answers: Answers): readonly Kinds[] =>
    (answers as unknown as Readonly<Record<string, readonly Kinds[]>>)[member] ?? [];
  const textOf = (answers: Answers, name: Names): string =>
    (answers as unknown as Readonly<Record<string, string>>)[name] ?? '';
  return topicPage<Name>({
    topic,
    task: language => catalogue.in(language).task,
    read(form) {
      const texts = fields.map(({ name }) => [name, form.text(name)] as const);
      const answers = { ...Object.fromEntries(texts), [member]: kindsIn(form, kinds) };
      const checks = fields.map(({ name, longest }) =>
        notWords(name, form.text(name), longest, form.language),
      );
      return { answers: answers as unknown as Answers, problems: problemsOf(...checks) };
    },
    rows(answers, language) {
      const words = catalogue.in(language);
      return [
        { key: words.row, value: ticked(answers).map(kind => words.kinds[kind].label) },
        ...fields.map(({ name }) => ({ key: words.fields[name].row, value: textOf(answers, name) })),
      ];
    },
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
          ${above?.(language) ?? NOTHING} ${paragraphs(words.before)}
          ${form(html`${boxes(words, kinds, ticked(answers))} ${controls} ${continueButton(language)}`)}`,
      };
    },
  });
}

/** "None of these" beside another is left out: what was ticked of the others counts. */
function kindsIn<Kinds extends string>(form: FormFields, kinds: readonly Kinds[]): readonly Kinds[] {
  const chosen = form.choices('kinds');
  const found = kinds.filter(kind => chosen.includes(kind));
  return found.length > 1 ? found.filter(kind => kind !== 'none') : found;
}

function boxes<Kinds extends string, Names extends string>(
  words: TicksWords<Kinds, Names>,
  kinds: readonly Kinds[],
  values: readonly Kinds[],
): Html {
  const item = (value: Kinds) => {
    const { label, hint } = words.kinds[value];
    return { value, text: label, ...(hint === '' ? {} : { hint: { text: hint } }) };
  };
  return checkboxes({
    name: 'kinds',
    fieldset: { legend: hiddenLegend(words.title) },
    ...(words.hint === '' ? {} : { hint: { text: words.hint } }),
    values,
    items: kinds.flatMap((kind): CheckboxesItem[] =>
      kind === 'none'
        ? [{ divider: words.or }, { ...item(kind), behaviour: 'exclusive' as const }]
        : [item(kind)],
    ),
  });
}
