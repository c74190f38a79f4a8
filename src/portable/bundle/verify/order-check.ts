import { equalBytes } from '../../bytes/index.ts';
import { BAGIT_TXT, encodeBagInfo } from '../bagit/info.ts';
import type { Cover } from '../cover.ts';
import { howToCheck } from '../how-to-check.ts';
import * as paths from '../paths.ts';
import type { RecordLine } from '../record-lines.ts';
import type { Contents } from './contents.ts';
import { SUBMISSION_RECEIVED } from './count-check.ts';
import { readSmall } from './open-bundle.ts';
import type { OpenBundle } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const MAX_INFO_BYTES = 1 << 16;
const READING_ANSWERED = 'reading-answered';

/** bundle.json can be read, names its own folder, and names reference and force as the record does. */
export function checkCover(bundle: OpenBundle, { cover, record }: Contents): Outcome {
  if (!cover.ok) return outcomeOf('cover', cover.faults);
  const faults = record.ok
    ? [...labelFaults(cover.value, record.value), ...dateOrderFaults(cover.value, record.value)]
    : [];
  if (cover.value.name !== bundle.folder)
    faults.push('bundle.json names another bundle than the folder does.');
  return outcomeOf('cover', faults);
}

function labelFaults(cover: Cover, record: readonly RecordLine[]): string[] {
  const received = record.flatMap(({ event }) => (event?.type === SUBMISSION_RECEIVED ? [event.facts] : []));
  return (['reference', 'force'] as const).flatMap(label => {
    const others = received.filter(facts => label in facts && facts[label] !== cover[label]);
    return others.length === 0 ? [] : [`bundle.json names another ${label} than the record does.`];
  });
}

/**
 * An order of dates that a reader was told is one that the record says an officer declared for its item; an entry that is
 * withheld may have said it.
 */
function dateOrderFaults({ items, transcripts }: Cover, record: readonly RecordLine[]): string[] {
  if (record.some(({ event }) => event === null)) return [];
  const ids = new Map(items.map(({ file, item }) => [file, item]));
  const declared = new Set(record.flatMap(({ event }) => declaredOrder(event)));
  return transcripts.flatMap(({ file, item, dateOrder }) =>
    dateOrder === undefined || declared.has(`${ids.get(item)} ${dateOrder}`)
      ? []
      : [`${file}: its reader was told an order of dates that nobody declared in the record.`],
  );
}

function declaredOrder(event: RecordLine['event']): string[] {
  if (event?.type !== READING_ANSWERED) return [];
  const { item, question, answer } = event.facts;
  return question === 'date-order' && typeof item === 'string' && typeof answer === 'string'
    ? [`${item} ${answer}`]
    : [];
}

/** The files are exactly those that bundle.json and the continuity record call for. */
export async function checkOrder(bundle: OpenBundle, { cover, record }: Contents): Promise<Outcome> {
  if (!cover.ok || !record.ok) {
    return notChecked('order', 'bundle.json or the continuity record cannot be read.');
  }
  const wanted = new Set(expectedPaths(cover.value, record.value));
  const absent = [...wanted].filter(path => !bundle.files.has(path)).map(path => `${path} is not here.`);
  const extra = [...bundle.files.keys()].filter(path => !wanted.has(path));
  const faults = [...absent, ...extra.map(path => `${path} belongs to nothing in the bundle.`)];
  if (!(await holds(bundle, paths.BAGIT_PATH, BAGIT_TXT))) {
    faults.push('bagit.txt is not that of a bag of version 1.0.');
  }
  if (!(await holds(bundle, paths.BAG_INFO_PATH, infoOf(bundle, cover.value)))) {
    faults.push('bag-info.txt does not say what bundle.json and the files say.');
  }
  if (!(await holds(bundle, paths.HOW_TO_CHECK_PATH, howToCheck(cover.value.name)))) {
    faults.push(`${paths.HOW_TO_CHECK_PATH} is not the fixed text.`);
  }
  return outcomeOf('order', faults, {
    count: cover.value.items.length,
    other: cover.value.transcripts.length,
  });
}

function expectedPaths(cover: Cover, record: readonly RecordLine[]): string[] {
  return [
    ...paths.FIXED_TAG_PATHS,
    paths.TAG_MANIFEST_PATH,
    paths.BUNDLE_PROOF_PATH,
    ...cover.items.flatMap(({ file }) => [paths.itemPath(file), paths.openingPath(file)]),
    ...cover.transcripts.map(({ file }) => paths.transcriptPath(file)),
    ...record.map(({ n, event }) => paths.proofPath({ n, id: event?.id ?? null })),
  ];
}

async function holds(bundle: OpenBundle, path: string, expected: Uint8Array): Promise<boolean> {
  const bytes = await readSmall(bundle, path, MAX_INFO_BYTES);
  return bytes !== null && equalBytes(bytes, expected);
}

function infoOf(bundle: OpenBundle, cover: Cover): Uint8Array {
  const payload = [...bundle.files.values()].filter(({ path }) => path.startsWith('data/'));
  const sizeBytes = payload.reduce((sum, { digests }) => sum + digests.sizeBytes, 0);
  return encodeBagInfo({ ...cover, payload: { sizeBytes, files: payload.length } });
}
