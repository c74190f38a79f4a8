import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';
import { shortName, visible } from '../visible.ts';

/** A speaker of a conversation; `place` is stable by account, from 1, and decides lane, colour and shape. */
export interface SpeakerOnPage {
  readonly place: number;
  /** The name as written in the item. */
  readonly name: string;
  /** What stands in the chip, where the first letters of the name would be those of another speaker too. */
  readonly initials?: string | undefined;
}

/** Lanes, shapes and colours there are; the thirteenth speaker looks like the first but for the initials. */
const SPEAKER_STYLES = 12;

/** Which style a speaker has: 1 is a filled chip with a single rail, 2 an outlined chip with a double rail, and so on. */
export function speakerStyle(place: number): number {
  return ((place - 1) % SPEAKER_STYLES) + 1;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letters of the first and last word of a name, or its first two characters: never more than two. */
export function initialsOf(name: string): string {
  const words = name.slice(0, 400).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : [];
  if (chosen.length > 0)
    return chosen
      .map(word => firstOf(word, 1))
      .join('')
      .toLocaleUpperCase('en-GB');
  return firstOf(words[0] ?? name.trim(), 2).toLocaleUpperCase('en-GB') || '?';
}

function firstOf(text: string, count: number): string {
  return [...graphemes.segment(text.slice(0, 64))]
    .slice(0, count)
    .map(each => each.segment.replace(/(\p{M}{2})\p{M}+/gu, '$1'))
    .join('');
}

/** The chip with a speaker's initials; the whole name is there for a screen reader and on hover. */
export function speakerChip({ place, name, initials = initialsOf(name) }: SpeakerOnPage): Html {
  return html`<span class="ho-chip ho-chip--${speakerStyle(place)}"
    ><span aria-hidden="true">${visible(initials)}</span
    ><span class="govuk-visually-hidden">${shortName(name)}</span></span
  >`;
}

/** Who is who: every speaker's chip, name and what is known of the account. */
export function speakerKey(speakers: readonly (SpeakerOnPage & { readonly note?: Printable })[]): Html {
  return html`<ul class="ho-speakers">
    ${speakers.map(
      speaker =>
        html`<li>
          <span class="ho-chip ho-chip--${speakerStyle(speaker.place)}" aria-hidden="true"
            >${visible(speaker.initials ?? initialsOf(speaker.name))}</span
          >
          <strong>${shortName(speaker.name)}</strong> <span>${speaker.note}</span>
        </li>`,
    )}
  </ul>`;
}
