import { digestStream, NOBLE_HASHERS, streamRange, verifyBundle } from '../../src/portable/bundle/index.ts';
import type { ByteSource, Progress, VerifiedBundle } from '../../src/portable/bundle/index.ts';
import { toHex } from '../../src/portable/bytes/index.ts';
import { verifyReceipt } from '../../src/portable/receipt/index.ts';
import type { NamedFile, Published } from '../../src/portable/receipt/index.ts';
import { checkingOf, digestWhole } from '../checking.ts';
import type { PolicyGiven } from '../checking.ts';
import { sizeInWords } from '../printable.ts';
import { bundleReport, receiptReport } from '../report.ts';
import type { Report } from '../report.ts';
import { PDF_GIVEN, kindOfSubject } from '../subject-kind.ts';

/** What is to be checked, and with what. */
export type Request = {
  subject: File;
  given: PolicyGiven | null;
  compare: readonly File[];
  published: Published | null;
  code: string | null;
};

/** The report, the bundle it is of when it is of one, and the file's bytes. */
export type Checked = { report: Report; bundle: VerifiedBundle | null; source: ByteSource };

/** A file that the person chose as a byte source. */
export function sourceOfFile(file: File): ByteSource {
  return {
    sizeBytes: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  };
}

/**
 * Checks a file that the person chose, or says in a sentence why there is nothing to check. Throws only when the browser
 * cannot read it.
 */
export async function checkFile(
  request: Request,
  progress: (state: Progress) => void,
): Promise<Checked | string> {
  const { subject, given, compare, published, code } = request;
  const source = sourceOfFile(subject);
  const kind = await kindOfSubject(source);
  if (kind === 'pdf') return PDF_GIVEN;
  const policy = given?.policy ?? null;
  const sha256 = await digestWhole(source, NOBLE_HASHERS);
  const checked = checkingOf(new Date(), { sha256, allDigests: true }, given);
  const file = subject.name;
  if (kind === 'receipt') {
    const files = await Promise.all(compare.map(digestFile));
    const bytes = await source.read(0, source.sizeBytes);
    const report = receiptReport(
      { file, checked, files },
      verifyReceipt(bytes, { policy, files, published, code }),
    );
    return { report, bundle: null, source };
  }
  const bundle = await verifyBundle(source, { policy, code, progress });
  const report = bundleReport({ file, size: sizeInWords(subject.size), checked }, bundle);
  return { report, bundle, source };
}

async function digestFile(file: File): Promise<NamedFile> {
  const found = await digestStream(streamRange(sourceOfFile(file), 0, file.size), NOBLE_HASHERS);
  const { sizeBytes } = found;
  return { name: file.name, sha256: toHex(found.sha256), sha512: toHex(found.sha512), sizeBytes };
}
