import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** How an item came into being; shown wherever the item is. */
export type SourceClass =
  'typed' | 'party export' | 'extract' | 'screenshot' | 'recording' | 'provider return' | 'police extraction';

/** A word in a box. `danger` is an immediate flag that nobody has acknowledged; `doubt` a doubt of the reading. */
export function label(text: string, kind: 'plain' | 'danger' | 'doubt' | 'chosen' = 'plain'): Html {
  return html`<span class="ho-label ho-label--${kind}">${text}</span>`;
}

/** The source class of an item, with the words that say what it is. */
export function sourceClassLabel(sourceClass: SourceClass): Html {
  return html`<span class="ho-label ho-label--source"
    ><span class="govuk-visually-hidden">Source: </span>${sourceClass}</span
  >`;
}

/** Several labels in a row. */
export function labels(each: readonly (Html | false | undefined)[]): Html {
  return html`<span class="ho-labels">${each.map(one => one && html`${one} `)}</span>`;
}
