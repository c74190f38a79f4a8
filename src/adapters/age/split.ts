const VERSION_LINE = 'age-encryption.org/v1\n';
const LINE_FEED = 10;
/** No age header of ours is near this long; the limit keeps a hostile file from being searched to its end. */
const LONGEST_HEADER = 65_536;

/**
 * Cuts an age file where its header ends: `header` is everything to the line feed after the `--- MAC` line, `body` the
 * nonce and payload. Joined again they are the file, which any age tool opens. Null when it is not an age file. The MAC
 * is not checked here. Source: age specification, "Header".
 */
export function splitAge(file: Uint8Array): { header: Uint8Array; body: Uint8Array } | null {
  const end = headerLength(file.subarray(0, LONGEST_HEADER));
  return end === null ? null : { header: file.subarray(0, end), body: file.subarray(end) };
}

function headerLength(bytes: Uint8Array): number | null {
  if (latin1(bytes.subarray(0, VERSION_LINE.length)) !== VERSION_LINE) return null;
  for (let start = VERSION_LINE.length; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) return null;
    if (/^--- [A-Za-z0-9+/]{43}$/.test(latin1(bytes.subarray(start, end)))) return end + 1;
    start = end + 1;
  }
  return null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
