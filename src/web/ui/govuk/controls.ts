import type { Html } from '../html-value.ts';
import { renderMacro } from './macros.ts';
import type {
  Attributes,
  Control,
  ErrorMessage,
  Extras,
  Fieldset,
  FormGroupOfMany,
  Hint,
  TextOrHtml,
} from './options.ts';

/** Options of `button`: a `<button>`, or with `href` a link that looks like one. */
export type ButtonOptions = TextOrHtml &
  Extras & {
    readonly type?: 'button' | 'submit' | 'reset' | undefined;
    readonly name?: string | undefined;
    readonly value?: string | undefined;
    readonly disabled?: boolean | undefined;
    readonly href?: string | undefined;
    readonly preventDoubleClick?: boolean | undefined;
    readonly isStartButton?: boolean | undefined;
    readonly id?: string | undefined;
  };

/** A choice among radios, or a line with a word such as "or" between choices. */
export type RadiosItem =
  | { readonly divider: string }
  | (TextOrHtml & {
      readonly value: string;
      readonly id?: string | undefined;
      readonly label?: Extras | undefined;
      readonly hint?: Hint | undefined;
      readonly checked?: boolean | undefined;
      readonly conditional?: { readonly html: Html } | undefined;
      readonly disabled?: boolean | undefined;
      readonly attributes?: Attributes | undefined;
    });

/** What radios and checkboxes share. */
interface ChoiceOptions extends Extras {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly fieldset?: Fieldset | undefined;
  readonly hint?: Hint | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
  readonly formGroup?: FormGroupOfMany | undefined;
}

/** Options of `radios`; the first choice has the id `idPrefix` or else `name`. */
export interface RadiosOptions extends ChoiceOptions {
  readonly items: readonly (RadiosItem | false | undefined)[];
  readonly value?: string | undefined;
}

/** A checkbox; `behaviour: 'exclusive'` clears the others when it is ticked, where scripts run. */
export type CheckboxesItem =
  | { readonly divider: string }
  | (Exclude<RadiosItem, { readonly divider: string }> & {
      readonly name?: string | undefined;
      readonly behaviour?: 'exclusive' | undefined;
    });

/** Options of `checkboxes`; the first choice has the id `idPrefix` or else `name`. */
export interface CheckboxesOptions extends ChoiceOptions {
  readonly describedBy?: string | undefined;
  readonly items: readonly (CheckboxesItem | false | undefined)[];
  readonly values?: readonly string[] | undefined;
}

/** A unit beside a text input, for example "kg". */
type Affix = TextOrHtml & Extras;

/** Options of `input`, one line of text. */
export interface InputOptions extends Control {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  readonly inputmode?:
    'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | 'none' | undefined;
  readonly prefix?: Affix | undefined;
  readonly suffix?: Affix | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocapitalize?: string | undefined;
  readonly inputWrapper?: Extras | undefined;
}

/** Options of `textarea`. */
export interface TextareaOptions extends Control {
  readonly rows?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
}

/** Options of `select`. */
export interface SelectOptions extends Control {
  readonly items: readonly {
    readonly text: string;
    readonly value?: string | undefined;
    readonly selected?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  }[];
}

/** Words by number, for example `{ one: '%{count} file chosen', other: '%{count} files chosen' }`. */
type PluralText = Readonly<Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>>;

/** Options of `fileUpload`; `javascript: true` makes it a place to drop files on, where scripts run. */
export interface FileUploadOptions extends Omit<Control, 'value'> {
  readonly multiple?: boolean | undefined;
  readonly javascript?: boolean | undefined;
  readonly chooseFilesButtonText?: string | undefined;
  readonly dropInstructionText?: string | undefined;
  readonly multipleFilesChosenText?: PluralText | undefined;
  readonly noFileChosenText?: string | undefined;
  readonly enteredDropZoneText?: string | undefined;
  readonly leftDropZoneText?: string | undefined;
  readonly wrapperClasses?: string | undefined;
  readonly wrapperAttributes?: Attributes | undefined;
}

/** One part of a date, with its own id and name when the macro's own do not fit. */
interface DatePart extends Extras {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value?: string | undefined;
  readonly error?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
}

/** Options of `dateInput`; the parts have the ids `id-day`, `id-month` and `id-year`. */
export interface DateInputOptions extends Extras {
  readonly id: string;
  readonly namePrefix?: string | undefined;
  readonly items?: readonly DatePart[] | undefined;
  readonly hint?: Hint | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
  readonly formGroup?: FormGroupOfMany | undefined;
  readonly fieldset?: Fieldset | undefined;
  readonly day?: Partial<DatePart> | undefined;
  readonly month?: Partial<DatePart> | undefined;
  readonly year?: Partial<DatePart> | undefined;
  readonly values?: { readonly day?: string; readonly month?: string; readonly year?: string } | undefined;
}

/** A button, or a link that looks like one. */
export const button = (options: ButtonOptions): Html => renderMacro('button', options);
/** A choice of one. */
export const radios = (options: RadiosOptions): Html => renderMacro('radios', options);
/** A choice of any number. */
export const checkboxes = (options: CheckboxesOptions): Html => renderMacro('checkboxes', options);
/** One line of text. */
export const input = (options: InputOptions): Html => renderMacro('input', options);
/** Several lines of text. */
export const textarea = (options: TextareaOptions): Html => renderMacro('textarea', options);
/** A choice of one from a list that opens. */
export const select = (options: SelectOptions): Html => renderMacro('select', options);
/** A file field. */
export const fileUpload = (options: FileUploadOptions): Html => renderMacro('file-upload', options);
/** A day, a month and a year. */
export const dateInput = (options: DateInputOptions): Html => renderMacro('date-input', options);
/** A group of controls with one heading. */
export const fieldset = (options: Fieldset): Html => renderMacro('fieldset', options);
/** What is wrong with one answer. */
export const errorMessage = (options: ErrorMessage): Html => renderMacro('error-message', options);
