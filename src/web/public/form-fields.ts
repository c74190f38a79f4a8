import type { FastifyRequest } from 'fastify';
import { isOnlyWords } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { FORM_WORDS } from './form-words.ts';
import { languageOf } from './language/language-of.ts';

/** What takes the place of a file that somebody wrote out in letters where no answer may be refused. The desk reads it. */
const TAKEN_OUT = '[a file written out in letters and numbers was taken out here]';

const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/g;

/** The fields of a posted form, as text, whatever was posted. */
export class FormFields {
  /** The language of the person who filled the form in, and of what is said of it. */
  readonly language: Language;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>, language: Language = 'en') {
    this.#values = values;
    this.language = language;
  }

  static of(request: FastifyRequest): FormFields {
    const { body } = request;
    return new FormFields(typeof body === 'object' && body !== null ? { ...body } : {}, languageOf(request));
  }

  /**
   * The text of a field as a person meant it: line ends as they typed them (browsers post each as CR LF), without blanks
   * around it, without control characters. Empty when there is none.
   */
  text(name: string): string {
    const typed = this.raw(name).replaceAll('\r\n', '\n').replace(CONTROLS, '');
    return typed.trim().toWellFormed();
  }

  /** The words of a field that may not hold anybody up: what is too long is cut, a file written out in it is taken out. */
  wordsOnly(name: string, longest: number): string {
    const text = this.text(name).slice(0, longest).toWellFormed();
    return isOnlyWords(text) ? text : TAKEN_OUT;
  }

  /** The text of a field exactly as it was posted. */
  raw(name: string): string {
    const value = this.#values[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : '';
  }

  /** Every value of a field that may be ticked more than once. */
  choices(name: string): readonly string[] {
    const value = this.#values[name];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(each => typeof each === 'string');
  }
}

/** The problem of an answer that is too long, or a picture or another file written out in letters; false when it is neither. */
export function notWords(
  field: string,
  text: string,
  longest: number,
  language: Language = 'en',
): FormProblem | false {
  const words = FORM_WORDS.in(language);
  if (text.length > longest) return { field, message: words.tooLong(counted(longest), counted(text.length)) };
  return !isOnlyWords(text) && { field, message: words.notWords };
}

/** Both languages part thousands with a comma. */
function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
