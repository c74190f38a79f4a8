const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * UTF-8 bytes of the text. A lone surrogate has no UTF-8 and becomes U+FFFD (WHATWG Encoding); where the bytes are
 * committed to, refuse such text first, as canonical JSON does.
 */
export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The text that well-formed UTF-8 spells, a leading byte order mark kept; null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}
