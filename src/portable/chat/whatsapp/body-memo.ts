import { type BodyKind, bodyKind } from './body-kind.ts';

/** Places of the memory; a power of two. */
const PLACES = 128;
const LONGEST_BYTES = 80;

interface Known {
  readonly bytes: Uint8Array;
  readonly kind: BodyKind;
}

/** What a body is, remembered: the app writes the same words again and again, and the same bytes are the same kind. */
export class BodyMemo {
  readonly #known: (Known | undefined)[] = Array<undefined>(PLACES).fill(undefined);

  of(bytes: Uint8Array, start: number, end: number): BodyKind {
    const length = end - start;
    if (length > LONGEST_BYTES || length === 0) return bodyKind(bytes, start, end);
    const place = placeOf(bytes, start, end);
    const known = this.#known[place];
    if (known && isSame(known.bytes, bytes, start, end)) return known.kind;
    const kind = bodyKind(bytes, start, end);
    if (kind.kind !== 'text') this.#known[place] = { bytes: bytes.slice(start, end), kind };
    return kind;
  }
}

function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const middle = bytes[(start + end) >> 1] as number;
  return (
    ((end - start) * 7 + (bytes[start] as number) * 3 + middle + (bytes[end - 1] as number)) & (PLACES - 1)
  );
}

function isSame(known: Uint8Array, bytes: Uint8Array, ...[start, end]: readonly [number, number]): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
