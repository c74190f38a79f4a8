import type { ContinuityEvent } from '../../continuity/index.ts';
import { READABLE, verdictOf } from '../../findings/index.ts';
import type { Finding, Verdict } from '../../findings/index.ts';
import type { Policy } from '../../tlog/index.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Cover } from '../cover.ts';
import { NOBLE_HASHERS } from '../hashers.ts';
import type { Hashers } from '../hashers.ts';
import { TAG_MANIFEST_PATH } from '../paths.ts';
import type { RecordLine } from '../record-lines.ts';
import { toHex, utf8 } from '../../bytes/index.ts';
import { checkBag } from './bag-checks.ts';
import { readContents } from './contents.ts';
import type { Contents } from './contents.ts';
import { checkItems } from './item-check.ts';
import type { CheckedItem } from './item-check.ts';
import { checkLogEntries, checkLogExtends, checkSealedList, checkSealedListInLog } from './log-checks.ts';
import { meansToBeBundle, openBundle } from './open-bundle.ts';
import type { OpenBundle, Progress } from './open-bundle.ts';
import { checkCover, checkOrder } from './order-check.ts';
import { SUBMISSION_RECEIVED, checkCounts } from './count-check.ts';
import { CHECKS, RECORD_CODE, notChecked, outcomeOf } from './outcome.ts';
import type { CheckName, Outcome } from './outcome.ts';
import { meaningOf } from './meanings.ts';
import { checkRecord, checkRecordCode, checkWithheld } from './record-checks.ts';
import { checkSignatures } from './signature-checks.ts';
import { checkTimes } from './time-check.ts';
import { summaryOf } from './summary.ts';
import { checkTranscripts } from './transcript-checks.ts';
import { sentenceOf } from './words.ts';

/** Names that every zip of a bundle holds in its directory, and mostly in its first header. */
const MARKS = ['/bagit.txt', '/bag-info.txt', '/bundle.json'].map(utf8);
const SEARCHED_BYTES = 1 << 20;

/** How a bundle is to be checked. `policy` comes from outside the bundle, never from it. */
export type VerifyOptions = {
  policy: Policy | null;
  /** A record code as `parseRecordCode` gives it; its check is made only when there is one. */
  code?: string | null;
  hashers?: Hashers;
  /** Whether the SHA-512 of each item is worked out and compared with the sealed one too; true when left out. */
  sha512?: boolean;
  progress?: (state: Progress) => void;
};

/** One check in words. `details` name each thing that is wrong or was not checked, a sentence each; `where` joins them. */
export type BundleFinding = Finding & { check: CheckName; details: string[] };

/** What a check of a bundle found. What the bundle says of itself is null where it could not be read. */
export type VerifiedBundle = {
  verdict: Verdict;
  summary: string;
  findings: BundleFinding[];
  bundleId: string | null;
  reference: string | null;
  cover: Cover | null;
  items: CheckedItem[];
  record: RecordLine[];
  /** The event that sealed this bundle, the next after the record. */
  produced: ContinuityEvent | null;
  files: number;
  sizeBytes: number;
};

/**
 * Checks a bundle with nobody's help. Whatever the bytes, it returns findings: it throws only when `source` cannot be
 * read. Memory follows the size of the record and the largest item; time is linear in the file's size.
 */
export async function verifyBundle(source: ByteSource, options: VerifyOptions): Promise<VerifiedBundle> {
  const opened = await openBundle(source, {
    hashers: options.hashers ?? NOBLE_HASHERS,
    sha512: options.sha512 ?? true,
    progress: options.progress ?? silent,
  });
  const zip = outcomeOf('zip', opened.faults);
  if (!opened.bundle || !meansToBeBundle(opened.bundle)) {
    return nothingRead(source, zip, await looksLikeBundle(source), options);
  }
  const contents = await readContents(opened.bundle);
  const { outcomes, items } = await checkAll(opened.bundle, contents, options);
  const sorted = [zip, ...outcomes].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  const findings = sorted.map(inWords);
  const verdict = verdictOf(findings, options.policy !== null);
  const list = opened.bundle.files.get(TAG_MANIFEST_PATH);
  return {
    verdict,
    summary: summaryOf(verdict, sorted, { items, receivedAt: receivedAt(contents) }),
    findings,
    bundleId: list ? toHex(list.digests.sha256) : null,
    reference: contents.cover.ok ? contents.cover.value.reference : null,
    cover: contents.cover.ok ? contents.cover.value : null,
    items,
    record: contents.record.ok ? contents.record.value : [],
    produced: contents.produced.ok ? contents.produced.value.event : null,
    files: opened.bundle.files.size,
    sizeBytes: source.sizeBytes,
  };
}

function silent(): void {}

/** When the record says the submission came in; null where it does not. */
function receivedAt({ record }: Contents): string | null {
  const lines = record.ok ? record.value : [];
  return lines.find(({ event }) => event?.type === SUBMISSION_RECEIVED)?.event?.at ?? null;
}

async function checkAll(
  bundle: OpenBundle,
  contents: Contents,
  options: VerifyOptions,
): Promise<{ outcomes: Outcome[]; items: CheckedItem[] }> {
  const { outcome, items } = await checkItems(bundle, contents);
  const outcomes = [
    ...(await checkBag(bundle)),
    checkCover(bundle, contents),
    await checkOrder(bundle, contents),
    outcome,
    checkRecord(contents),
    ...(options.code ? [checkRecordCode(contents, options.code)] : []),
    checkCounts(contents),
    checkTimes(contents),
    checkWithheld(contents),
    await checkLogEntries(bundle, contents),
    checkSealedList(bundle, contents),
    checkSealedListInLog(contents),
    checkLogExtends(contents),
    ...(await checkSignatures(bundle, contents, options.policy)),
    ...(await checkTranscripts(bundle, contents, options.progress ?? silent)),
  ];
  return { outcomes, items };
}

/** A damaged bundle is a failed check; what never was one is unusable. The zip names its files at both ends. */
async function looksLikeBundle(source: ByteSource): Promise<boolean> {
  const length = Math.min(source.sizeBytes, SEARCHED_BYTES);
  const ends = [await source.read(0, length), await source.read(source.sizeBytes - length, length)];
  return ends.some(bytes => MARKS.some(mark => contains(bytes, mark)));
}

function contains(bytes: Uint8Array, mark: Uint8Array): boolean {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function nothingRead(
  source: ByteSource,
  zip: Outcome,
  damaged: boolean,
  { code }: VerifyOptions,
): VerifiedBundle {
  const made: CheckName[] = [READABLE, 'zip', ...(code ? [] : ([RECORD_CODE] as const))];
  const unmade = CHECKS.filter(check => !made.includes(check));
  const outcomes = damaged
    ? [
        outcomeOf('zip', whyDamaged(zip)),
        ...unmade.map(check => notChecked(check, 'The zip cannot be read.')),
      ]
    : [outcomeOf(READABLE, [...zip.details, 'It holds no bundle.'].slice(0, 1))];
  const findings = outcomes.map(inWords);
  const verdict = verdictOf(findings, false);
  return {
    verdict,
    summary: summaryOf(verdict, outcomes, { items: [], receivedAt: null }),
    findings,
    bundleId: null,
    reference: null,
    cover: null,
    items: [],
    record: [],
    produced: null,
    files: 0,
    sizeBytes: source.sizeBytes,
  };
}

function whyDamaged({ details }: Outcome): string[] {
  return details.length === 0 ? ['Its files do not lie in one folder of a bundle.'] : details;
}

function inWords(result: Outcome): BundleFinding {
  const { check, state, details } = result;
  const found = { check, outcome: state, sentence: sentenceOf(result), ...meaningOf(result), details };
  return details.length === 0 ? found : { ...found, where: details.join(' ') };
}
