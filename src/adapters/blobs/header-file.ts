const MAC_LINE = Buffer.from('\n--- ');

/** age headers are text that ends with the `--- MAC` line, so a file of them needs no other framing. */
export function splitHeaders(bytes: Buffer): Uint8Array[] {
  const headers: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const mac = bytes.indexOf(MAC_LINE, start);
    const end = mac < 0 ? -1 : bytes.indexOf(0x0a, mac + 1);
    if (end < 0) break;
    headers.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return headers;
}
