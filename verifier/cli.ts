import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { digestStream, streamRange, verifyBundle } from '../src/portable/bundle/index.ts';
import type { Progress } from '../src/portable/bundle/index.ts';
import { toHex } from '../src/portable/bytes/index.ts';
import { verifyReceipt } from '../src/portable/receipt/index.ts';
import type { NamedFile, Published } from '../src/portable/receipt/index.ts';
import { HELP, readArguments } from './arguments.ts';
import type { Asked } from './arguments.ts';
import { checkingOf } from './checking.ts';
import type { PolicyGiven } from './checking.ts';
import { openFile } from './file-source.ts';
import type { FileSource } from './file-source.ts';
import { NODE_HASHERS } from './node-hashers.ts';
import { policyFromText } from './policy-text.ts';
import { printable, sizeInWords } from './printable.ts';
import { bundleReport, receiptReport } from './report.ts';
import type { Report } from './report.ts';
import { textReport } from './text-report.ts';

/** Where the program writes. `progress` says whether `err` is a screen that somebody watches. */
export type VerifyIo = { out: (text: string) => void; err: (text: string) => void; progress: boolean };

const USAGE = 2;
const MAX_TEXT_BYTES = 1 << 18;
const MAX_RECEIPT_BYTES = 1 << 26;

/** Something a person gave that cannot be used; the message says what and why. */
class UnusableInput extends Error {}

/** Runs `handover-verify` with these arguments and gives the exit code: 0, 1, 2 or 3 as `--help` says. Never throws. */
export async function runVerify(args: readonly string[], io: VerifyIo): Promise<number> {
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
    return await check(read.asked, io);
  } catch (error) {
    io.err(`${printable(error instanceof Error ? error.message : String(error))}\n`);
    return USAGE;
  }
}

async function check(asked: Asked, io: VerifyIo): Promise<number> {
  const given = asked.policy === null ? null : await readPolicy(asked.policy);
  const subject = await opened(asked.subject);
  try {
    const report = await reportOn(subject, { asked, given, io });
    io.out(asked.json ? `${JSON.stringify(report, null, 2)}\n` : textReport(report, asked.explain));
    return report.exitCode;
  } finally {
    await subject.close();
  }
}

type Work = { asked: Asked; given: PolicyGiven | null; io: VerifyIo };

async function reportOn(subject: FileSource, { asked, given, io }: Work): Promise<Report> {
  const file = basename(asked.subject);
  const policy = given?.policy ?? null;
  const checked = await checkingOf(subject, { given, hashers: NODE_HASHERS, now: new Date() });
  if (await isReceipt(subject)) {
    const bytes = await subject.read(0, subject.sizeBytes);
    const files = await digestFiles(asked.files);
    const options = { policy, files, published: await readPublished(asked), code: asked.code };
    return receiptReport({ file, checked, files }, verifyReceipt(bytes, options));
  }
  if (asked.files.length > 0)
    throw new UnusableInput('Files can be compared with a receipt only, not with a bundle.');
  if (asked.checkpoint !== null)
    throw new UnusableInput('A checkpoint can be compared with a receipt only, not with a bundle.');
  const progress = io.progress ? teller(io) : () => {};
  const result = await verifyBundle(subject, { policy, code: asked.code, hashers: NODE_HASHERS, progress });
  if (io.progress) io.err('\r\u001b[K');
  return bundleReport({ file, size: sizeInWords(subject.sizeBytes), checked }, result);
}

async function isReceipt(subject: FileSource): Promise<boolean> {
  if (subject.sizeBytes === 0 || subject.sizeBytes > MAX_RECEIPT_BYTES) return false;
  return (await subject.read(0, 1))[0] === 0x7b;
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
    const found = await digestStream(streamRange(file, 0, file.sizeBytes), NODE_HASHERS);
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

async function readPublished({ checkpoint, consistency }: Asked): Promise<Published | null> {
  if (checkpoint === null) return null;
  return {
    checkpoint: await readNamed('checkpoint', checkpoint),
    consistency: consistency === null ? null : await readNamed('consistency proof', consistency),
  };
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
