import { attributesOf, NO_TAG, type Tag, TAG_CUT_OFF, tagEnd, tagOf } from '../html/tags.ts';

const LESS = 0x3c;

/** Whether the tag begins a message of a page. */
export function isMessage(bytes: Uint8Array, tag: Tag): boolean {
  if (tag.name !== 'div' || tag.kind !== 'open') return false;
  return /(?:^|\s)message(?:\s|$)/.test(attributesOf(bytes, tag).get('class') ?? '');
}

/**
 * The place after the `div` that begins at `start`; 0 when the bytes end before. A message is never inside another: where the
 * next begins, the one before has ended, though its end is not written.
 */
export function elementEnd(bytes: Uint8Array, start: number): { end: number; isClosed: boolean } {
  let depth = 0;
  for (let at = bytes.indexOf(LESS, start); at >= 0; at = bytes.indexOf(LESS, at)) {
    const end = tagEnd(bytes, at);
    if (end === TAG_CUT_OFF) break;
    if (end === NO_TAG) {
      at += 1;
      continue;
    }
    const tag = tagOf(bytes, at, end);
    if (at > start && isMessage(bytes, tag)) return { end: at, isClosed: false };
    if (tag.name === 'div' && tag.kind === 'open') depth += 1;
    if (tag.name === 'div' && tag.kind === 'close') depth -= 1;
    if (depth === 0) return { end, isClosed: true };
    at = end;
  }
  return { end: 0, isClosed: false };
}
