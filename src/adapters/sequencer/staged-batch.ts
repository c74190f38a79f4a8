import { createHash } from 'node:crypto';
import { concatBytes } from '#portable/bytes/index.ts';
import type { TileFile } from '#portable/tlog/index.ts';

type Header = {
  readonly sha256: string;
  readonly files: readonly (readonly [path: string, bytes: number])[];
};

/**
 * A batch as one file: a line of JSON with the path and size of each file and the SHA-256 of all that follows, then
 * their bytes. The digest keeps a damaged stage from being written over the log.
 */
export function encodeStagedBatch(files: readonly TileFile[]): Uint8Array {
  const body = concatBytes(...files.map(file => file.bytes));
  const header: Header = {
    sha256: createHash('sha256').update(body).digest('hex'),
    files: files.map(file => [file.path, file.bytes.length]),
  };
  return concatBytes(Buffer.from(`${JSON.stringify(header)}\n`), body);
}

/** The files of a staged batch, or null when these are not the bytes that were staged. */
export function decodeStagedBatch(bytes: Buffer): TileFile[] | null {
  const end = bytes.indexOf(0x0a);
  const header = end < 0 ? null : readHeader(bytes.toString('utf8', 0, end));
  const body = bytes.subarray(end + 1);
  if (header?.sha256 !== createHash('sha256').update(body).digest('hex')) return null;
  let at = 0;
  return header.files.map(([path, size]) => ({ path, bytes: body.subarray(at, (at += size)) }));
}

function readHeader(line: string): Header | null {
  try {
    return JSON.parse(line) as Header;
  } catch {
    return null;
  }
}
