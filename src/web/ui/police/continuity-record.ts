import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';

/** One thing that happened to an item or case. */
export interface ContinuityEntry {
  /** What happened, in a word or two: "Sealed". */
  readonly what: string;
  /** When, as an officer reads it, with the ISO time for machines. */
  readonly when: { readonly text: string; readonly iso: string };
  readonly by?: Printable;
  readonly detail?: Printable;
  /** `failed` for a check that did not pass. */
  readonly state?: 'done' | 'failed' | 'waiting' | undefined;
}

/** The continuity record, in order. Each entry's state is said as well as drawn. */
export function continuityRecord(entries: readonly ContinuityEntry[]): Html {
  return html`<ol class="ho-continuity">
    ${entries.map(entry)}
  </ol>`;
}

function entry({ what, when, by, detail, state = 'done' }: ContinuityEntry): Html {
  const word = state !== 'done' && html` <span class="ho-continuity__state">${state}</span>`;
  return html`<li class="ho-continuity__entry ho-continuity__entry--${state}">
    <strong>${what}</strong>${word} <time datetime="${when.iso}">${when.text}</time>${
      by && html` <span>${by}</span>`
    }${detail && html` <span class="ho-continuity__detail">${detail}</span>`}
  </li>`;
}
