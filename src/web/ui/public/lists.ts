import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';

/** Something to do, or something not to do. */
export interface DoOrDoNot {
  readonly do: boolean;
  /** In the imperative and with its own "do not": the mark only repeats it. */
  readonly text: Printable;
}

/** Things to do (tick) and not to do (cross). */
export function doList(items: readonly DoOrDoNot[]): Html {
  return html`<ul class="ho-do-list">
    ${items.map(
      item =>
        html`<li class="${item.do ? 'ho-do-list__do' : 'ho-do-list__not'}">
          ${item.do ? TICK : CROSS}<span>${item.text}</span>
        </li>`,
    )}
  </ul>`;
}

const TICK = html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
  <path d="M3 10.5l4.5 4.5L17 5" fill="none" stroke="currentColor" stroke-width="3" />
</svg>`;
const CROSS = html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
  <path d="M4 4l12 12M16 4L4 16" fill="none" stroke="currentColor" stroke-width="3" />
</svg>`;

/** What happens next, in numbered steps. */
export function steps(items: readonly { readonly heading: string; readonly text: Printable }[]): Html {
  return html`<ol class="ho-steps">
    ${items.map(
      item =>
        html`<li>
          <h3>${item.heading}</h3>
          <p>${item.text}</p>
        </li>`,
    )}
  </ol>`;
}
