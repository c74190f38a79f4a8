import { html } from '../html.ts';
import { type Html, isHtml } from '../html-value.ts';
import type { Language } from './language.ts';
import { MARKS } from './marks.ts';

/** Words of pages: texts, markup, lists of them, and functions that make them of what is said. */
export type Words = string | boolean | Html | ((...said: never[]) => Words) | readonly Words[] | WordTable;
type WordTable = { readonly [name: string]: Words };

/** What a translation must have: the same names, lists of texts, and functions of the same things. */
type Translated<Of> = Of extends string
  ? string
  : Of extends Html | boolean
    ? Of
    : Of extends (...said: infer Said) => infer Result
      ? (...said: Said) => Translated<Result>
      : Of extends readonly (infer Part)[]
        ? readonly Translated<Part>[]
        : { readonly [Name in keyof Of]: Translated<Of[Name]> };

/** The same words in each language. */
export type Catalogue<Of> = { in(language: Language): Of };

/**
 * Words in English and Welsh: a Welsh table that lacks a text, or has one that English does not, is an error of types.
 * Pages take every word they show from a catalogue; a test walks them in `x-marked` and finds those that do not.
 */
export function catalogue<const Of extends WordTable>(en: Of, cy: Translated<Of>): Catalogue<Translated<Of>> {
  const english = en as unknown as Translated<Of>;
  let marked: Translated<Of> | null = null;
  return {
    in(language) {
      if (language === 'cy') return cy;
      if (language === 'en') return english;
      return (marked ??= mark(en) as unknown as Translated<Of>);
    },
  };
}

function mark(words: Words): Words {
  if (typeof words === 'string') return words === '' ? '' : `${MARKS.before}${words}${MARKS.after}`;
  if (typeof words === 'boolean') return words;
  if (isHtml(words)) return html`${MARKS.before}${words}${MARKS.after}`;
  if (typeof words === 'function') return (...said: never[]) => mark(words(...said));
  if (Array.isArray(words)) return words.map(each => mark(each as Words));
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, mark(each)]));
}
