import { html, joinHtml } from '../html.ts';
import type { Html } from '../html.ts';

/** What a byte of a message belongs to. */
type BytePart = 'time' | 'speaker' | 'body' | 'line end' | 'envelope';

/** Bytes `from` (inclusive) to `to` (exclusive), counted from the beginning of the item. */
export interface PartSpan {
  readonly part: BytePart;
  readonly from: number;
  readonly to: number;
}

/** Bytes in a row, and rows in the panel: a long message is cut, and what is left out is said. */
const IN_A_ROW = 8;
const MOST_ROWS = 64;

const CLASS: Readonly<Record<BytePart, string>> = {
  time: 'ho-byte--time',
  speaker: 'ho-byte--speaker',
  body: 'ho-byte--body',
  'line end': 'ho-byte--end',
  envelope: 'ho-byte--envelope',
};

/**
 * The bytes of a message as hexadecimal and text, coloured and underlined by part.
 *
 * `bytes` are the bytes to show, `offset` is where they begin in the item, `itemSizeBytes` how long that is. `whole` is the
 * message that they are a piece of, when they are not all of it.
 */
export function bytesPanel(options: {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly itemSizeBytes: number;
  readonly parts: readonly PartSpan[];
  readonly whole?: { readonly offset: number; readonly sizeBytes: number } | undefined;
}): Html {
  const { bytes, offset, itemSizeBytes, parts } = options;
  const whole = options.whole ?? { offset, sizeBytes: bytes.length };
  const shown = Math.min(bytes.length, IN_A_ROW * MOST_ROWS);
  const rows = Array.from({ length: Math.ceil(shown / IN_A_ROW) }, (_, index) =>
    byteRow(
      bytes.subarray(index * IN_A_ROW, Math.min(shown, (index + 1) * IN_A_ROW)),
      offset + index * IN_A_ROW,
      parts,
    ),
  );
  const used = [...new Set(parts.map(span => span.part))];
  return html`<figure class="ho-bytes">
    <figcaption>
      <strong>${grouped(whole.sizeBytes)} bytes of ${grouped(itemSizeBytes)}</strong>
      <span>${placesOf(whole.offset, whole.sizeBytes)}</span>
      ${bytes.length < whole.sizeBytes && html`<span>shown: ${placesOf(offset, bytes.length)}</span>`}
    </figcaption>
    <div class="ho-scroll" tabindex="0" role="region" aria-label="Bytes from ${grouped(offset)}">
      <table>
        <thead class="govuk-visually-hidden">
          <tr>
            <th scope="col">Offset</th>
            <th scope="col">Bytes</th>
            <th scope="col">As text</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${shown < bytes.length && html`<p>${grouped(bytes.length - shown)} more bytes are not shown here.</p>`}
    <ul class="ho-bytes__key">
      ${used.map(part => html`<li><span class="ho-byte ${CLASS[part]}" aria-hidden="true">&nbsp;&nbsp;</span> ${part}</li>`)}
    </ul>
  </figure>`;
}

/** "2,378 to 2,420": where bytes stand in the item, the first and the last of them. */
function placesOf(offset: number, sizeBytes: number): string {
  return `${grouped(offset)} to ${grouped(Math.max(offset, offset + sizeBytes - 1))}`;
}

function byteRow(bytes: Uint8Array, offset: number, parts: readonly PartSpan[]): Html {
  const runs = runsOf(bytes, offset, parts);
  const asHex = runs.map(run => byteRun(run, Array.from(run.bytes, hex).join(' ')));
  const asText = runs.map(run => byteRun(run, Array.from(run.bytes, printable).join('')));
  return html`<tr>
    <th scope="row">${offset.toString(16).padStart(6, '0')}</th>
    <td>${joinHtml(asHex, ' ')}</td>
    <td>${asText}</td>
  </tr>`;
}

interface Run {
  readonly className: string;
  readonly bytes: number[];
}

const byteRun = ({ className }: Run, text: string): Html =>
  html`<span class="ho-byte ${className}">${text}</span>`;

/** Neighbouring bytes of one part, so that a row has few elements. */
function runsOf(bytes: Uint8Array, offset: number, parts: readonly PartSpan[]): Run[] {
  const runs: Run[] = [];
  bytes.forEach((byte, index) => {
    const at = offset + index;
    const part = parts.find(span => span.from <= at && at < span.to)?.part;
    const className = part ? CLASS[part] : 'ho-byte--none';
    const last = runs.at(-1);
    if (last?.className === className) last.bytes.push(byte);
    else runs.push({ className, bytes: [byte] });
  });
  return runs;
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
/** ASCII as itself; anything else as a middle dot, so that text has as many characters as there are bytes. */
const printable = (byte: number): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·');
const grouped = (number: number): string => number.toLocaleString('en-GB');
