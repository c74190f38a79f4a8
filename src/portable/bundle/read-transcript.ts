import { decodeReadingLine } from '../chat/index.ts';
import type { ReadingLine } from '../chat/index.ts';
import { streamRange } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import { transcriptPath } from './paths.ts';
import { textLines } from './verify/text-lines.ts';
import { readZip } from './zip/index.ts';

/**
 * The lines of a transcript (`T0001`) in a bundle, for showing. Nothing is checked: `verifyBundle` does that. Stops at the
 * first line that is not one of a reading, and gives none when the transcript is not there.
 */
export async function* readTranscript(source: ByteSource, file: string): AsyncGenerator<ReadingLine, void> {
  const { entries } = await readZip(source);
  const entry = entries?.find(({ name }) => name.slice(name.indexOf('/') + 1) === transcriptPath(file));
  if (!entry) return;
  for await (const { text } of textLines(streamRange(source, entry.dataOffset, entry.sizeBytes))) {
    const decoded = text === null ? null : decodeReadingLine(text);
    if (!decoded?.ok) return;
    yield decoded.line;
  }
}
