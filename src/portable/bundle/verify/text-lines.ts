import { concatBytes, decodeUtf8 } from '../../bytes/index.ts';

/** A line longer than this is not read: a message cannot be longer than the largest item that is read again. */
const MAX_LINE_BYTES = 1 << 27;

/** One line of a text file without its end; `text` is null when it is not UTF-8, not ended, or far too long. */
export type TextLine = { number: number; text: string | null };

/** The lines of a stream, each ended by a line feed. Stops after the first line that cannot be read. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine, void> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      const text = decodeUtf8(concatBytes(...held, chunk.subarray(from, end)));
      number += 1;
      yield { number, text };
      if (text === null) return;
      held = [];
      heldBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
    heldBytes += chunk.length - from;
    if (heldBytes > MAX_LINE_BYTES) break;
  }
  if (heldBytes > 0) yield { number: number + 1, text: null };
}
