import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';
import type { Language } from '../language/index.ts';
import { PANEL_WORDS } from './panel-words.ts';

/** The green band at the top of a receipt, across the page. It may not thank or praise. */
export function receivedBand(options: {
  readonly title: string;
  readonly reference: string;
  readonly line?: Printable;
  readonly language?: Language;
}): Html {
  const words = PANEL_WORDS.in(options.language ?? 'en');
  return html`<div class="ho-received">
    <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" stroke-width="3" />
      <path d="M12 20.5l5.5 5.5L28 15" fill="none" stroke="currentColor" stroke-width="3" />
    </svg>
    <h1>${options.title}</h1>
    <p>${words.yourReference}<br /><strong class="ho-received__reference">${options.reference}</strong></p>
    ${options.line && html`<p>${options.line}</p>`}
  </div>`;
}

/** What was done safely, as a green box: "The desk has been sent what you told us". Never says that anyone has seen it. */
export function safeBox(heading: string, body: Printable): Html {
  return html`<div class="ho-safe-box">
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle cx="14" cy="14" r="14" fill="currentColor" />
      <path d="M8 14.5l4 4 8-8.5" fill="none" stroke="#fff" stroke-width="3" />
    </svg>
    <div>
      <h2>${heading}</h2>
      ${body}
    </div>
  </div>`;
}

/** A secret that is shown once, in groups that can be written down; read aloud letter by letter is possible. */
export function codeBox(options: {
  readonly heading: string;
  readonly code: string;
  readonly body: Printable;
}): Html {
  const groups = options.code.split(/[\s-]+/).filter(Boolean);
  return html`<section class="ho-code-box">
    <h2>${options.heading}</h2>
    ${options.body}
    <p class="ho-code-box__code">${groups.map(group => html`<span>${group}</span> `)}</p>
  </section>`;
}

/**
 * A code that is not secret, beside its reference, to be written down by hand. It must not look like a return code: no
 * box, one line with hyphens, and words that say it opens nothing.
 */
export function recordCodeLines(options: {
  readonly reference: string;
  readonly code: string;
  readonly body: Printable;
  readonly language?: Language;
}): Html {
  const words = PANEL_WORDS.in(options.language ?? 'en');
  return html`<section class="ho-record-code">
    <h3 class="govuk-heading-s">${words.recordCodeHeading}</h3>
    <dl>
      <dt>${words.reference}</dt>
      <dd>${options.reference}</dd>
      <dt>${words.recordCode}</dt>
      <dd>${options.code}</dd>
    </dl>
    ${options.body}
  </section>`;
}

/** A button that prints the page; it is not there where scripts do not run, because then it could do nothing. */
export function printButton(text: string): Html {
  return html`<button type="button" class="govuk-button govuk-button--secondary" data-print hidden>
    ${text}
  </button>`;
}

/** Something worth knowing, set off by the accent; not a warning. */
export function noteBox(body: Printable): Html {
  return html`<div class="ho-note-box">${body}</div>`;
}

/** A box with an edge and a heading, for example one file and its steps. */
export function fileCard(options: {
  readonly name: Html;
  readonly line: Printable;
  readonly state: 'safe' | 'working' | 'kept';
  readonly steps?: readonly { readonly text: Printable; readonly isDone: boolean }[];
  readonly action?: Html;
  readonly language?: Language;
}): Html {
  const words = PANEL_WORDS.in(options.language ?? 'en');
  return html`<section class="ho-file ho-file--${options.state}">
    <header>
      <div>
        <h3>${options.name}</h3>
        <p>${options.line}</p>
      </div>
      ${options.action}
    </header>
    ${
      options.steps &&
      html`<ul>
        ${options.steps.map(step => html`<li class="${step.isDone ? 'ho-file__done' : 'ho-file__waits'}"><span class="govuk-visually-hidden">${step.isDone ? words.done : words.notYet}</span> ${step.text}</li>`)}
      </ul>`
    }
  </section>`;
}
