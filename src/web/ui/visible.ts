import { codePointName, splitHidden } from '#portable/bytes/index.ts';
import { html } from './html.ts';
import type { Html, Printable } from './html.ts';

/** What an officer knows the commonest of them by; the others are shown by code point alone. */
const NAMES: Readonly<Record<number, string>> = {
  0x00: 'null',
  0x0d: 'carriage return',
  0x1b: 'escape',
  0x7f: 'delete',
  0xad: 'soft hyphen',
  0x200b: 'zero-width space',
  0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x061c: 'Arabic letter mark',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'end of embedding or override',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'end of isolate',
  0x3164: 'blank Hangul letter',
  0xfeff: 'byte order mark',
};

/**
 * A text from outside as markup, with every hidden character shown as a mark that carries its code point, so that it
 * has no effect on what stands beside it. Put it inside `<bdi>`; `isolated` does.
 */
export function visible(text: string): Html {
  return html`${splitHidden(text).map(piece => (typeof piece === 'number' ? hiddenMark(piece) : unstacked(piece)))}`;
}

const STACKED = /(\p{M}{4})(\p{M}{4,})/gu;

/** Marks that are stacked on one letter beyond what any script needs are counted in their place, not drawn over other words. */
function unstacked(text: string): Printable {
  // Most text has no such stack, and is left as it is.
  if (text.search(STACKED) < 0) return text;
  const pieces: Printable[] = [];
  let from = 0;
  for (const match of text.matchAll(STACKED)) {
    const [whole, , more = ''] = match;
    pieces.push(
      text.slice(from, match.index + whole.length - more.length),
      stackMark(Array.from(more).length),
    );
    from = match.index + whole.length;
  }
  return html`${pieces}${text.slice(from)}`;
}

function stackMark(count: number): Html {
  const words = `${count.toLocaleString('en-GB')} more marks on this letter`;
  return html`<span class="ho-hidden-character" title="${words}"
    >+${count.toLocaleString('en-GB')}<span class="govuk-visually-hidden"> more marks</span></span
  >`;
}

/** A name, a file name or a message from outside, kept from changing the direction of what surrounds it. */
export function isolated(text: string): Html {
  return html`<bdi>${visible(text)}</bdi>`;
}

/** Characters of a long name that are shown, from its beginning and from its end. */
const CUT = { longest: 80, beginning: 48, end: 24 } as const;

/**
 * A name that may be any length, cut in the middle when it is over 80 characters; how many are left out is said in
 * place. `wholeAt` is the address of a page that shows all of it.
 */
export function shortName(text: string, wholeAt?: string): Html {
  if (text.length <= CUT.longest) return isolated(text);
  const characters = Array.from(text.slice(0, CUT.beginning * 2)).slice(0, CUT.beginning);
  const ending = Array.from(text.slice(-CUT.end * 2)).slice(-CUT.end);
  const leftOut = text.length - characters.join('').length - ending.join('').length;
  const words = html`${leftOut.toLocaleString('en-GB')} characters left out`;
  const middle = wholeAt === undefined ? words : html`<a class="govuk-link" href="${wholeAt}">${words}</a>`;
  return html`${isolated(characters.join(''))}<span class="ho-cut"> … ${middle} … </span
    >${isolated(ending.join(''))}`;
}

function hiddenMark(codePoint: number): Html {
  const code = codePointName(codePoint);
  const name = NAMES[codePoint];
  return html`<span class="ho-hidden-character" title="${name ? `${code}, ${name}` : code}">${code}</span>`;
}
