import { readRange, streamRange } from '../byte-source.ts';
import type { Cover } from '../cover.ts';
import * as paths from '../paths.ts';
import type { Contents } from './contents.ts';
import type { BundleFile, OpenBundle, Progress } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { textLines } from './text-lines.ts';
import { CoverageCheck } from './transcript-coverage.ts';
import { wordsCheck } from './transcript-words.ts';

/** Items larger than this are not read again: a reader holds the whole item. */
const MAX_REREAD_BYTES = 1 << 27;

type Transcript = Cover['transcripts'][number];
type Checked = { coverage: string[]; words: string[]; notReread: string[] };

/** Each transcript accounts for every byte of its item, and says what its reader makes of them. */
export async function checkTranscripts(
  bundle: OpenBundle,
  { cover }: Contents,
  progress: (state: Progress) => void,
): Promise<Outcome[]> {
  if (!cover.ok) {
    const why = 'bundle.json cannot be read.';
    return [notChecked('transcript-bytes', why), notChecked('transcript-words', why)];
  }
  const { transcripts } = cover.value;
  if (transcripts.length === 0) {
    const why = 'The bundle holds no transcript.';
    return [notChecked('transcript-bytes', why), notChecked('transcript-words', why)];
  }
  const checked: Checked[] = [];
  const totalBytes = transcripts.reduce((sum, one) => sum + itemBytes(bundle, one), 0);
  let doneBytes = 0;
  for (const transcript of transcripts) {
    progress({ step: 'transcripts', doneBytes, totalBytes });
    checked.push(await checkTranscript(bundle, transcript));
    doneBytes += itemBytes(bundle, transcript);
  }
  const facts = { count: transcripts.length };
  const words = outcomeOf(
    'transcript-words',
    checked.flatMap(one => one.words),
    facts,
  );
  const notReread = checked.flatMap(one => one.notReread);
  const state = words.state === 'passed' && notReread.length > 0 ? 'not-checked' : words.state;
  return [
    outcomeOf(
      'transcript-bytes',
      checked.flatMap(one => one.coverage),
      facts,
    ),
    { ...words, state, details: [...words.details, ...notReread] },
  ];
}

function itemBytes(bundle: OpenBundle, { item }: Transcript): number {
  return bundle.files.get(paths.itemPath(item))?.entry.sizeBytes ?? 0;
}

async function checkTranscript(bundle: OpenBundle, transcript: Transcript): Promise<Checked> {
  const label = transcript.file;
  const lines = bundle.files.get(paths.transcriptPath(label));
  const item = bundle.files.get(paths.itemPath(transcript.item));
  if (!lines || !item) {
    return { coverage: [`${label}: it or its item is not here.`], words: [], notReread: [] };
  }
  if (item.entry.sizeBytes > MAX_REREAD_BYTES) {
    return { coverage: [], words: [], notReread: [`${label}: its item is too large to be read again here.`] };
  }
  const coverage = new CoverageCheck(label);
  const bytes = await readRange(bundle.source, item.entry.dataOffset, item.entry.sizeBytes);
  const words = wordsCheck({ label, reader: transcript.reader, item: bytes, sealedAt: transcript.sealedAt });
  for await (const line of textLines(streamOf(bundle, lines))) words.take(line, coverage.take(line));
  coverage.end(transcript.reader, item.entry.sizeBytes);
  words.end();
  const notReread = words.reread
    ? []
    : [`${label}: this program does not have its reader, ${transcript.reader}.`];
  return { coverage: coverage.faults, words: words.faults, notReread };
}

function streamOf(bundle: OpenBundle, { entry }: BundleFile): AsyncGenerator<Uint8Array, void> {
  return streamRange(bundle.source, entry.dataOffset, entry.sizeBytes);
}
