import type { Html } from '../html-value.ts';

/** Attributes of an element: booleans print `true` and `false`, as ARIA wants them; undefined prints nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Text, which is escaped, or markup; never both. */
export type TextOrHtml =
  { readonly text: string; readonly html?: undefined } | { readonly html: Html; readonly text?: undefined };

/** Text, markup, or neither where the official macro has words of its own. */
export type OptionalTextOrHtml = TextOrHtml | { readonly text?: undefined; readonly html?: undefined };

/** Extra classes and attributes, which every component takes. */
export interface Extras {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A label of one control. */
type Label = TextOrHtml &
  Extras & { readonly for?: string | undefined; readonly isPageHeading?: boolean | undefined };

/** Help under a label. */
export type Hint = TextOrHtml & Extras & { readonly id?: string | undefined };

/** What is wrong with the answer to one control. */
export type ErrorMessage = TextOrHtml &
  Extras & { readonly id?: string | undefined; readonly visuallyHiddenText?: string | undefined };

/** The heading of a group of controls. */
type Legend = TextOrHtml & {
  readonly classes?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
};

/** A group of controls with one heading. */
export interface Fieldset extends Extras {
  readonly describedBy?: string | undefined;
  readonly legend?: Legend | undefined;
  readonly role?: string | undefined;
  readonly html?: Html | undefined;
}

/** The box round one control, its label and its message. */
interface FormGroup extends Extras {
  readonly beforeInput?: TextOrHtml | undefined;
  readonly afterInput?: TextOrHtml | undefined;
}

/** The box round several controls of one question. */
export interface FormGroupOfMany extends Extras {
  readonly beforeInputs?: TextOrHtml | undefined;
  readonly afterInputs?: TextOrHtml | undefined;
}

/** What every single control shares. */
export interface Control extends Extras {
  readonly name: string;
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label: Label;
  readonly hint?: Hint | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
  readonly formGroup?: FormGroup | undefined;
}
