import { utf8TextOf } from '../written-text.ts';

const BEYOND_ASCII = /[^\0-\x7f]/;
const BEYOND_BYTE = /[^\0-\xff]/;
/** The first bytes beyond ASCII, if any: decoding what cannot be UTF-8 would cost far more. */
const BEGINS_LIKE_UTF8 = /^[\0-\x7f]*(?:$|[\xc2-\xf4][\x80-\xbf])/;

export function isPlain(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/**
 * Text whose every character stands for one byte of UTF-8, put together again; null when some character stands for no
 * byte, or the bytes are no UTF-8. Done once and never again on its own result: what a person typed may look alike.
 */
export function repaired(text: string): string | null {
  if (BEYOND_BYTE.test(text) || !BEGINS_LIKE_UTF8.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return utf8TextOf(bytes);
}
