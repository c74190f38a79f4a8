import { bytesOf, type ForeignFile, SIGNATURES } from './signatures.ts';

/** What the first bytes of a file say: not text and what instead, text that we cannot take, or nothing against text. */
export type FileStart = { readonly found: ForeignFile } | { readonly found: 'utf-16' } | null;

/** How many first bytes `readFileStart` looks at. */
export const START_BYTES = 4096;

const STARTS = SIGNATURES.map(signature => ({ kind: signature.kind, bytes: bytesOf(signature) }));

/** Pictures and documents that are made of characters, by how they begin. */
const WRITTEN_STARTS: readonly { readonly kind: ForeignFile; readonly pattern: RegExp }[] = [
  {
    kind: 'picture',
    pattern: /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]/i,
  },
  { kind: 'picture', pattern: /^(?:P[1-6](?:\s|#[^\n]*\n)+\d+\s+\d+\s|\/\* XPM \*\/|#define \w+_width \d)/ },
];

/** Tells what a file is by its first bytes. `head` may be shorter than `START_BYTES` only when the file is. */
export function readFileStart(head: Uint8Array): FileStart {
  const known = STARTS.find(({ bytes }) => bytes.every((byte, at) => byte === null || head[at] === byte));
  if (known !== undefined) return { found: known.kind };
  if (isUtf16(head)) return { found: 'utf-16' };
  const other = otherStart(head);
  return other === null ? null : { found: other };
}

function isUtf16(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function otherStart(head: Uint8Array): ForeignFile | null {
  // A tar header has its name first; an MPEG audio frame begins with eleven set bits (ISO/IEC 11172-3, 2.4.1.3).
  if (latin1(head.subarray(257, 262)) === 'ustar') return 'archive';
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2) return 'audio';
  const text = latin1(head);
  return WRITTEN_STARTS.find(({ pattern }) => pattern.test(text))?.kind ?? null;
}

/** Runs in browsers too, where there is no Buffer. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}
