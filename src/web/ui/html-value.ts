/**
 * A piece of markup that is safe to put in a page. The brand is a private field, so nothing but this module can
 * make one, neither with a cast nor from JSON.
 */
class SafeHtml {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  static markupOf(html: SafeHtml): string {
    return html.#markup;
  }

  static isHtml(value: unknown): value is SafeHtml {
    return typeof value === 'object' && value !== null && #markup in value;
  }

  /** Adding an `Html` to a string would skip the template and its checks, so it is refused. */
  toString(): never {
    throw new TypeError(
      'An Html value was joined to a string. Put it in an html`` template or call renderHtml().',
    );
  }
}

/** Markup that is safe to put in a page; made only by `html` and by the macros behind `#web/ui/govuk`. */
export type Html = SafeHtml;

/**
 * Declares a string to be safe markup. Only files in `src/web/ui` may call this (a rule test reads every import):
 * one name of a person glued into such a string would be stored cross-site scripting.
 */
export function rawHtml(markup: string): Html {
  return new SafeHtml(markup);
}

/** Tells whether a value is an `Html`, and not something that merely looks like one. */
export function isHtml(value: unknown): value is Html {
  return SafeHtml.isHtml(value);
}

/** The markup as text, to send to a browser. */
export function renderHtml(html: Html): string {
  return SafeHtml.markupOf(html);
}
