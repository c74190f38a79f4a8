/** An id of 16 bytes from its 32 hex digits; null for anything else, so that no query is made for it. */
export function idOf(hex: string): Buffer | null {
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
}

/** The hex digits of an id or digest. */
export function hexOf(bytes: Buffer): string {
  return bytes.toString('hex');
}
