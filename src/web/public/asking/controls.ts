import { html, type FormProblem, type Html, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, input, textarea } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { JOURNEY_WORDS } from '../journey-words.ts';

/** A field of words: one line, or an area of so many rows. */
export type Field = { readonly name: string; readonly longest: number; readonly rows: number };

/** What a field is called, and a hint (empty: none). `row` is its key on "check your answers". */
export type FieldWords = { readonly label: string; readonly hint: string; readonly row: string };

type Control = {
  readonly field: Field;
  readonly words: FieldWords;
  readonly value: string;
  readonly problems: readonly FormProblem[];
  readonly language: Language;
  /** Differs from the name of the field where a page has several sets. */
  readonly id?: string;
  readonly size?: 's' | 'm';
};

/** A labelled control for words, with what is wrong with them. */
export function wordsControl({
  field,
  words,
  value,
  problems,
  language,
  id = field.name,
  size = 'm',
}: Control): Html {
  const control = {
    name: id,
    id,
    label: { text: words.label, classes: `govuk-label--${size}` },
    hint: words.hint === '' ? undefined : { text: words.hint },
    errorMessage: problemAt(problems, id, language),
    autocomplete: 'off',
    value,
  };
  return field.rows === 1 ? input(control) : textarea({ ...control, rows: String(field.rows) });
}

/**
 * A legend that is only heard, where the heading of the page asks already. The class goes inside it: a legend is a table,
 * which grows past one pixel with its words and made narrow pages scroll sideways.
 */
export function hiddenLegend(text: string): { readonly html: Html } {
  return { html: html`<span class="govuk-visually-hidden">${text}</span>` };
}

/** The button that goes on. */
export function continueButton(language: Language): Html {
  return button({ text: JOURNEY_WORDS.in(language).continue, preventDoubleClick: true });
}

/** Paragraphs of a page. */
export function paragraphs(texts: readonly string[]): Html {
  return texts.length === 0 ? NOTHING : html`${texts.map(text => html`<p class="govuk-body">${text}</p> `)}`;
}
