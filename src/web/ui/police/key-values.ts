import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';

/** A key in a few words and its value; wrap a text from outside in `isolated`. */
export interface KeyValue {
  readonly key: string;
  readonly value: Printable;
}

/** Keys and values, dense; a value that is missing is left out by the caller or said in words, never left blank. */
export function keyValues(rows: readonly (KeyValue | false | undefined)[]): Html {
  return html`<dl class="ho-key-values">
    ${rows.map(
      row =>
        row &&
        html`<div>
          <dt>${row.key}</dt>
          <dd>${row.value}</dd>
        </div>`,
    )}
  </dl>`;
}
