import { html, type Html, type FormProblem } from '#web/ui/index.ts';
import { button, fieldset } from '#web/ui/govuk/index.ts';
import type { Catalogue, Language } from '#web/ui/language/index.ts';
import type { TopicAnswers } from '#domain/intake/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';
import { problemsOf } from '../page.ts';
import { continueButton, type Field, type FieldWords, paragraphs, wordsControl } from './controls.ts';
import { topicPage, type TopicPage } from './topic-page.ts';

/** The topics whose answer is a list of things, each of a few words. */
type EntriesTopic = 'accounts' | 'publications';
type Entry<Name extends EntriesTopic> = TopicAnswers[Name][number];
type NameOf<Name extends EntriesTopic> = keyof Entry<Name> & string;

export type EntriesWords<Names extends string> = {
  readonly title: string;
  readonly task: string;
  readonly before: readonly string[];
  /** "Account 2": the heading of one set of fields. */
  readonly entry: (number: string) => string;
  readonly fields: Readonly<Record<Names, FieldWords>>;
};

/** How many sets of fields a page takes. */
const MOST = 20;

/**
 * A page with one set of fields for each thing, and a button for another set that works without scripts: what is filled in
 * is kept and the page comes back with one more. A set that is left empty is no thing.
 */
export function entriesPage<Name extends EntriesTopic>(
  topic: Name,
  fields: readonly (Field & { readonly name: NameOf<Name> })[],
  catalogue: Catalogue<EntriesWords<NameOf<Name>>>,
): TopicPage {
  type One = Readonly<Record<NameOf<Name>, string>>;
  const first = fields[0]?.name ?? '';
  const entryAt = (form: FormFields, n: number): One =>
    Object.fromEntries(fields.map(({ name }) => [name, form.text(`${name}-${n}`)])) as One;
  const entryView = (shown: Shown, words: EntriesWords<NameOf<Name>>, n: number, entry: One | undefined) =>
    fieldset({
      legend: { text: words.entry(String(n + 1)), classes: 'govuk-fieldset__legend--m' },
      html: html`${fields.map(field => wordsControl({ field, words: words.fields[field.name], value: entry?.[field.name] ?? '', id: `${field.name}-${n}`, size: 's', ...shown }))}`,
    });
  return topicPage<Name>({
    topic,
    task: language => catalogue.in(language).task,
    read(form) {
      const all = Array.from({ length: MOST }, (_, n) => entryAt(form, n));
      const checks = all.flatMap((entry, n) =>
        fields.map(({ name, longest }) => notWords(`${name}-${n}`, entry[name], longest, form.language)),
      );
      // Each field may be too short to show that a file is written out over all of them.
      const whole = all.flatMap(entry => Object.values<string>(entry)).join('\n');
      const pieces = notWords(`${first}-0`, whole, whole.length, form.language);
      const found = problemsOf(...checks);
      const problems = found.length > 0 ? found : problemsOf(pieces);
      // With a problem every set stays where it is, so that the problem leads to the field that has it.
      const answers = problems.length > 0 ? upToLast(all) : all.filter(isFilled);
      const wantsMore = form.raw('more') !== '' && answers.length < MOST;
      return {
        answers: answers as unknown as TopicAnswers[Name],
        problems,
        ...(wantsMore ? { stay: `${first}-${answers.length}` } : {}),
      };
    },
    rows: (answers, language) => rowsOf(answers as unknown as readonly One[], catalogue.in(language)),
    view({ answers, problems, language, more, form }) {
      const words = catalogue.in(language);
      const entries = answers as unknown as readonly One[];
      const sets = Math.min(MOST, Math.max(1, entries.length + (more ? 1 : 0)));
      const views = Array.from({ length: sets }, (_, n) =>
        entryView({ problems, language }, words, n, entries[n]),
      );
      return {
        title: words.title,
        body: html`<h1 class="govuk-heading-l">${words.title}</h1>
          ${paragraphs(words.before)} ${form(html`${views} ${buttons(language, sets < MOST)}`)}`,
      };
    },
  });
}

type Shown = { readonly problems: readonly FormProblem[]; readonly language: Language };

function isFilled(entry: Readonly<Record<string, string>>): boolean {
  return Object.values(entry).some(text => text !== '');
}

function upToLast<One extends Readonly<Record<string, string>>>(all: readonly One[]): readonly One[] {
  return all.slice(0, all.findLastIndex(isFilled) + 1);
}

function rowsOf<Names extends string>(
  entries: readonly Readonly<Record<Names, string>>[],
  words: EntriesWords<Names>,
) {
  if (entries.length === 0) return [{ key: words.task, value: '' }];
  const names = Object.keys(words.fields) as Names[];
  return entries.map((entry, n) => ({
    key: words.entry(String(n + 1)),
    value: names.filter(name => entry[name] !== '').map(name => `${words.fields[name].row}: ${entry[name]}`),
  }));
}

/** "Continue" comes first in the form, so that Enter in a field goes on and does not add another. */
function buttons(language: Language, hasRoom: boolean): Html {
  const another = button({
    text: JOURNEY_WORDS.in(language).another,
    name: 'more',
    value: 'yes',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  });
  return html`<div class="govuk-button-group">${continueButton(language)} ${hasRoom && another}</div>`;
}
