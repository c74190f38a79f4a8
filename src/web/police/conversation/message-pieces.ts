import { html, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { counted } from '../words.ts';
import type { PanelContent } from './panel.ts';

/** Characters of a message's text on one page. */
const PIECE_CHARACTERS = 20_000;
/** Bytes of a message that is too long to be read at once, on one page. */
export const PIECE_BYTES = 65_536;
/** Bytes fetched beyond a piece, to end it with a whole character: no character of UTF-8 has more than four. */
export const BYTES_BEYOND = 3;

/** One piece of a text, and the way to the others; no way when it is the only one. */
export function textPiece(
  text: string,
  part: number,
  address: string,
): { readonly text: string; readonly turning: Html | undefined } {
  const pieces = Math.max(1, Math.ceil(text.length / PIECE_CHARACTERS));
  const here = Math.min(part, pieces - 1);
  const shown = text.slice(here * PIECE_CHARACTERS, (here + 1) * PIECE_CHARACTERS).toWellFormed();
  return { text: shown, turning: turningOf({ here, pieces, address }) };
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** A message that is too long to be read at once: its bytes as text, piece by piece, as they stand in the file. */
export function longText({ fetched, isWhole, part, piece, wholeAt }: PanelContent): Html {
  const bytes = fetched.rawBytes ?? 0;
  const pieces = Math.max(1, Math.ceil(bytes / PIECE_BYTES));
  const words = html`<p class="ho-notice" role="status">
    This message is ${counted(bytes, 'byte')} long, too long to be read at once. Its bytes are shown as text,
    with the format’s own signs, as they stand in the file.
  </p>`;
  if (!isWhole || piece === null)
    return html`${words}
      <p><a href="${wholeAt}">Read it in pieces</a></p>`;
  return html`${words}
    <p class="ho-panel__text">
      <bdi class="ho-message__body">${visible(lenient.decode(wholeCharacters(piece, part > 0)))}</bdi>
    </p>
    ${turningOf({ here: part, pieces, address: wholeAt })}`;
}

/** A piece without the end of a character that began before it, and with the whole of the last one that begins in it. */
function wholeCharacters(piece: Uint8Array, isLater: boolean): Uint8Array {
  const goesOn = (at: number): boolean => ((piece[at] ?? 0) & 0xc0) === 0x80;
  let [start, end] = [0, Math.min(PIECE_BYTES, piece.length)];
  if (isLater) while (start < BYTES_BEYOND && goesOn(start)) start += 1;
  while (end < piece.length && goesOn(end)) end += 1;
  return piece.subarray(start, end);
}

type Turning = { readonly here: number; readonly pieces: number; readonly address: string };

function turningOf({ here, pieces, address }: Turning): Html | undefined {
  if (pieces <= 1) return undefined;
  return html`<nav class="ho-turn" aria-label="Pieces of this message">
    ${here > 0 && html`<a href="${address}?part=${here - 1}" rel="prev">Earlier</a>`}
    <span>Piece ${(here + 1).toLocaleString('en-GB')} of ${pieces.toLocaleString('en-GB')}</span>
    ${here < pieces - 1 && html`<a href="${address}?part=${here + 1}" rel="next">Later</a>`}
  </nav>`;
}
