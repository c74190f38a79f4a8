import { decodeUtf8, utf8 } from '../../bytes/index.ts';

/** A manifest: path to lower-case hex digest. */
export type Manifest = ReadonlyMap<string, string>;

/** A manifest as found, with a sentence for every line that is not as `encodeManifest` writes it. */
export type DecodedManifest = { digests: Manifest; faults: string[] };

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;
const MAX_FAULTS = 50;

/** `digest, two spaces, path, line feed` a file, paths in bytewise order (RFC 8493 section 2.1.3; as `sha256sum`). */
export function encodeManifest(digests: Manifest): Uint8Array {
  const paths = [...digests.keys()].sort();
  return utf8(paths.map(path => `${digests.get(path)}  ${path}\n`).join(''));
}

/** Reads a manifest. Lines in another form or order, and paths listed twice, are faults; what can be read is read. */
export function decodeManifest(bytes: Uint8Array, name: string): DecodedManifest {
  const text = decodeUtf8(bytes);
  if (text === null) return { digests: new Map(), faults: [`${name} is not text.`] };
  const lines = text.split('\n');
  const faults = lines.pop() === '' ? [] : [`${name} does not end with a line end.`];
  const digests = new Map<string, string>();
  let last = '';
  for (const [index, line] of lines.entries()) {
    const [, digest, path] = LINE.exec(line) ?? [];
    const fits = digest !== undefined && path !== undefined && path > last && !digests.has(path);
    if (!fits && faults.length < MAX_FAULTS)
      faults.push(`Line ${index + 1} of ${name} is not as it should be.`);
    if (digest === undefined || path === undefined) continue;
    digests.set(path, digest);
    last = path;
  }
  return { digests, faults };
}
