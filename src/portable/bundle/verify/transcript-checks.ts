import { readRange, streamRange } from '../byte-source.ts';
import type { Cover } from '../cover.ts';
import * as paths from '../paths.ts';
import type { Contents } from './contents.ts';
import type { BundleFile, OpenBundle, Progress } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { textLines } from './text-lines.ts';
import { CoverageCheck } from './transcript-coverage.ts';
import { readItemOf, wordsCheck } from './transcript-words.ts';
import type { ReadItem, WordsCheck } from './transcript-words.ts';

/** Items larger than this are not read again: a reader holds the whole item. */
const MAX_REREAD_BYTES = 1 << 27;

type Transcript = Cover['transcripts'][number];
/** The item of some transcripts: not here, too large to be read again, or read. */
type ItemFound = { sizeBytes: number; read: ReadItem | null };
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
  const checked = await checkEach(bundle, transcripts, progress);
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

/** Item by item, so that the bytes of each are read once and only one is held; what was found is in the order given. */
async function checkEach(
  bundle: OpenBundle,
  transcripts: readonly Transcript[],
  progress: (state: Progress) => void,
): Promise<Checked[]> {
  const checked = new Map<Transcript, Checked>();
  const totalBytes = transcripts.reduce((sum, one) => sum + itemBytes(bundle, one), 0);
  let doneBytes = 0;
  for (const [name, ofItem] of byItem(transcripts)) {
    const item = await findItem(bundle, name);
    for (const transcript of ofItem) {
      progress({ step: 'transcripts', doneBytes, totalBytes });
      checked.set(transcript, await checkTranscript(bundle, transcript, item));
      doneBytes += itemBytes(bundle, transcript);
    }
  }
  return transcripts.flatMap(transcript => checked.get(transcript) ?? []);
}

function byItem(transcripts: readonly Transcript[]): Map<string, Transcript[]> {
  const groups = new Map<string, Transcript[]>();
  for (const transcript of transcripts) {
    const group = groups.get(transcript.item);
    if (group) group.push(transcript);
    else groups.set(transcript.item, [transcript]);
  }
  return groups;
}

async function findItem(bundle: OpenBundle, name: string): Promise<ItemFound | null> {
  const file = bundle.files.get(paths.itemPath(name));
  if (!file) return null;
  const { dataOffset, sizeBytes } = file.entry;
  if (sizeBytes > MAX_REREAD_BYTES) return { sizeBytes, read: null };
  return { sizeBytes, read: readItemOf(await readRange(bundle.source, dataOffset, sizeBytes)) };
}

function itemBytes(bundle: OpenBundle, { item }: Transcript): number {
  return bundle.files.get(paths.itemPath(item))?.entry.sizeBytes ?? 0;
}

async function checkTranscript(
  bundle: OpenBundle,
  transcript: Transcript,
  item: ItemFound | null,
): Promise<Checked> {
  const label = transcript.file;
  const lines = bundle.files.get(paths.transcriptPath(label));
  if (!lines || !item) {
    return { coverage: [`${label}: it or its item is not here.`], words: [], notReread: [] };
  }
  if (!item.read) {
    return { coverage: [], words: [], notReread: [`${label}: its item is too large to be read again here.`] };
  }
  const coverage = new CoverageCheck(label);
  const { reader, sealedAt, dateOrder } = transcript;
  const words = wordsCheck({ label, reader, item: item.read, sealedAt, dateOrder });
  for await (const line of textLines(streamOf(bundle, lines))) words.take(line, coverage.take(line));
  coverage.end(reader, item.sizeBytes);
  words.end();
  return { coverage: coverage.faults, words: words.faults, notReread: whyNotReread(transcript, words) };
}

function whyNotReread({ file, reader }: Transcript, { reread, passedOver }: WordsCheck): string[] {
  if (reread) return [];
  const lacking = `${file}: this program does not have its reader, ${reader}.`;
  return [
    passedOver ? `${lacking} Not all its words were looked for: its item has many transcripts.` : lacking,
  ];
}

function streamOf(bundle: OpenBundle, { entry }: BundleFile): AsyncGenerator<Uint8Array, void> {
  return streamRange(bundle.source, entry.dataOffset, entry.sizeBytes);
}
