import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { digestStream, streamRange, verifyBundle } from '../src/portable/bundle/index.ts';
import type { Progress } from '../src/portable/bundle/index.ts';
import { toHex } from '../src/portable/bytes/index.ts';
import { verifyReceipt } from '../src/portable/receipt/index.ts';
import type { NamedFile, Published } from '../src/portable/receipt/index.ts';
import { HELP, readArguments } from './arguments.ts';
import type { Asked } from './arguments.ts';
import { checkingOf, digestWhole } from './checking.ts';
import type { PolicyGiven } from './checking.ts';
import { openFile } from './file-source.ts';
import type { FileSource } from './file-source.ts';
import { NODE_HASHERS } from './node-hashers.ts';
import { policyFromText } from './policy-text.ts';
import { publishedFault } from './published-text.ts';
import { printable, sizeInWords } from './printable.ts';
import { bundleReport, receiptReport } from './report.ts';
import type { Report } from './report.ts';
import { PDF_GIVEN, kindOfSubject } from './subject-kind.ts';
import { textReport } from './text-report.ts';

/** Where the program writes. `progress` says whether `err` is a screen that somebody watches. */
export type VerifyIo = { out: (text: string) => void; err: (text: string) => void; progress: boolean };

/**
 * Up to this size every digest is worked out. Above it a bundle is read once, for the digests that its own lists hold, and
 * as fast as one digest can be: SHA-512 and a digest of the whole file would take twice as long again.
 */
const ALL_DIGESTS_BYTES = 1 << 28;

const USAGE = 2;
const MAX_TEXT_BYTES = 1 << 18;

/** Something a person gave that cannot be used; the message says what and why. */
class UnusableInput extends Error {}

/** Runs `handover-verify` with these arguments and gives the exit code: 0, 1, 2 or 3 as `--help` says. Never throws. */
export async function runVerify(
  args: readonly string[],
  io: VerifyIo,
  allDigestsBytes = ALL_DIGESTS_BYTES,
): Promise<number> {
  const read = readArguments(args);
  if (!read.ok && 'help' in read) {
    io.out(HELP);
    return 0;
  }
  if (!read.ok) {
    io.err(`${read.wrong} Try --help.\n`);
    return USAGE;
  }
  try {
    return await check({ asked: read.asked, io, allDigestsBytes });
  } catch (error) {
    io.err(`${printable(error instanceof Error ? error.message : String(error))}\n`);
    return USAGE;
  }
}

async function check(work: Work): Promise<number> {
  const { asked, io } = work;
  const given = asked.policy === null ? null : await readPolicy(asked.policy);
  const subject = await opened(asked.subject);
  try {
    const report = await reportOn(subject, { ...work, given });
    io.out(asked.json ? `${JSON.stringify(report, null, 2)}\n` : textReport(report, asked.explain));
    return report.exitCode;
  } finally {
    await subject.close();
  }
}

type Work = { asked: Asked; io: VerifyIo; allDigestsBytes: number };
type Given = { given: PolicyGiven | null };

async function reportOn(subject: FileSource, work: Work & Given): Promise<Report> {
  const { asked, given } = work;
  const file = basename(asked.subject);
  const policy = given?.policy ?? null;
  const kind = await kindOfSubject(subject);
  if (kind === 'pdf') throw new UnusableInput(PDF_GIVEN);
  if (kind === 'receipt') {
    const bytes = await subject.read(0, subject.sizeBytes);
    const files = await digestFiles(asked.files);
    const options = { policy, files, published: await readPublished(asked), code: asked.code };
    const sha256 = await digestWhole(subject, NODE_HASHERS);
    const checked = checkingOf(new Date(), { sha256, allDigests: true }, given);
    return receiptReport({ file, checked, files }, verifyReceipt(bytes, options));
  }
  if (asked.files.length > 0)
    throw new UnusableInput('Files can be compared with a receipt only, not with a bundle.');
  if (asked.checkpoint !== null)
    throw new UnusableInput('A checkpoint can be compared with a receipt only, not with a bundle.');
  return reportOnBundle(subject, work);
}

async function reportOnBundle(
  subject: FileSource,
  { asked, given, io, allDigestsBytes }: Work & Given,
): Promise<Report> {
  const now = new Date();
  const allDigests = asked.allDigests || subject.sizeBytes <= allDigestsBytes;
  const progress = io.progress ? teller(io) : () => {};
  const result = await verifyBundle(subject, {
    policy: given?.policy ?? null,
    code: asked.code,
    hashers: NODE_HASHERS,
    sha512: allDigests,
    progress,
  });
  // A bundle id says what is in a good bundle. What is wrong with a bad one is known by its every byte alone.
  const isBad = result.verdict === 'failed' || result.verdict === 'unusable';
  const sha256 = allDigests || isBad ? await digestWhole(subject, NODE_HASHERS) : null;
  if (io.progress) io.err('\r\u001b[K');
  const [file, size] = [basename(asked.subject), sizeInWords(subject.sizeBytes)];
  const checked = checkingOf(now, { sha256, allDigests }, given);
  return bundleReport({ file, size, checked }, result);
}

/** Tells how far the check has come, each per cent once. */
function teller(io: VerifyIo): (state: Progress) => void {
  let last = '';
  return ({ step, doneBytes, totalBytes }) => {
    const words = `Checking ${step}, ${Math.floor((100 * doneBytes) / Math.max(1, totalBytes))}%`;
    if (words !== last) io.err(`\r\u001b[K${words}`);
    last = words;
  };
}

async function digestFiles(paths: readonly string[]): Promise<NamedFile[]> {
  const digests: NamedFile[] = [];
  for (const path of paths) {
    const file = await opened(path);
    const found = await digestStream(streamRange(file, 0, file.sizeBytes, { passing: true }), NODE_HASHERS);
    await file.close();
    const { sizeBytes } = found;
    const name = basename(path);
    digests.push({ name, sha256: toHex(found.sha256), sha512: toHex(found.sha512), sizeBytes });
  }
  return digests;
}

async function opened(path: string): Promise<FileSource> {
  return openFile(path).catch((error: unknown) => {
    throw new UnusableInput(`${path} cannot be opened. ${reasonOf(error)}`);
  });
}

async function readPolicy(path: string): Promise<PolicyGiven> {
  const text = await readNamed('policy', path);
  const given = policyFromText(text);
  if (!given.ok) throw new UnusableInput(`The policy ${path} cannot be used. ${given.reason}`);
  return { policy: given.policy, text };
}

async function readPublished({ checkpoint, consistency, later }: Asked): Promise<Published | null> {
  if (checkpoint === null) return null;
  const published = {
    checkpoint: await readNamed('checkpoint', checkpoint),
    consistency: consistency === null ? null : await readNamed('consistency proof', consistency),
    later,
  };
  const wrong = publishedFault(published);
  if (wrong !== null) throw new UnusableInput(wrong);
  return published;
}

async function readNamed(what: string, path: string): Promise<string> {
  return readShort(path, what).catch((error: unknown) => {
    throw new UnusableInput(`The ${what} ${path} cannot be read. ${reasonOf(error)}`);
  });
}

async function readShort(path: string, what: string): Promise<string> {
  if ((await stat(path)).size > MAX_TEXT_BYTES) throw new Error(`It is too large to be a ${what}.`);
  return readFile(path, 'utf8');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You may not read it.',
  EISDIR: 'It is a folder.',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
