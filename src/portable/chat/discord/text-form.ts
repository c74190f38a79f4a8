/** A mention, channel or emoji as it is typed: `<@123>`, `<#123>`, `<:duck:123>`. */
const TYPED = /<(?:@[!&]?|#|a?:\w{1,40}:)\d{15,20}>/;

/** Looks in texts for what only one of the two forms of an export has. */
export class TextForm {
  #typed = 0;

  look(body: string): void {
    if (body.includes('<') && TYPED.test(body)) this.#typed += 1;
  }

  /** What was seen; null when nothing was. */
  get detail(): string | null {
    return this.#typed === 0
      ? null
      : `Messages with mentions or emoji written as numbers: ${this.#typed}, so texts look as they were typed.`;
  }
}
