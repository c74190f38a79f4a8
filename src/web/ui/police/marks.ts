import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** The marks that mean the same on every screen; each differs in shape as well as colour, and always has its word. */
export type MarkKind = 'supports' | 'undermines' | 'neutral' | 'doubt' | 'passed' | 'failed';

const DRAWINGS: Readonly<Record<MarkKind, Html>> = {
  supports: html`<rect x="1" y="1" width="14" height="14" class="ho-mark__fill" /><path
      d="M8 4v8M4 8h8"
      class="ho-mark__cut"
    />`,
  undermines: html`<rect x="2" y="2" width="12" height="12" class="ho-mark__line" /><path
      d="M5 8h6"
      class="ho-mark__line"
    />`,
  neutral: html`<circle cx="8" cy="8" r="6" class="ho-mark__line ho-mark__line--dotted" />`,
  doubt: html`<circle cx="8" cy="8" r="7.5" class="ho-mark__fill" /><path
      d="M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.8-1.1 1.6"
      class="ho-mark__cut"
    /><circle cx="8" cy="12" r="1" class="ho-mark__dot" />`,
  passed: html`<circle cx="8" cy="8" r="7.5" class="ho-mark__fill" /><path
      d="M4.5 8.2l2.4 2.4 4.6-4.9"
      class="ho-mark__cut"
    />`,
  failed: html`<rect x="1" y="1" width="14" height="14" class="ho-mark__fill" /><path
      d="M5 5l6 6M11 5l-6 6"
      class="ho-mark__cut"
    />`,
};

/** A mark with its word: hidden where the word stands beside it anyway. */
export function mark(kind: MarkKind, word: string = kind): Html {
  return html`<svg
      class="ho-mark ho-mark--${kind}"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      ${DRAWINGS[kind]}</svg
    ><span class="govuk-visually-hidden">${word}</span>`;
}
