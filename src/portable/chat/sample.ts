import type { Reason } from './detection/reasons.ts';
import type { DamageCode } from './detection/signs.ts';
import { type ByteSource, endsOf } from './source/byte-source.ts';
import { textOf } from './written-text.ts';

const SAMPLE_BYTES = 64 * 1024;

/** The beginning and end of an item: all that detection looks at, whatever the item's size. */
export interface Sample {
  readonly name: string;
  readonly sizeBytes: number;
  readonly head: Uint8Array;
  /** `head` as text, without a byte order mark. */
  readonly headText: string;
  readonly tailText: string;
}

export function sampleOf(source: ByteSource, name: string): Sample {
  const { head, tail } = endsOf(source, SAMPLE_BYTES);
  const text = textOf(head, 0, head.length);
  return {
    name,
    sizeBytes: source.size,
    head,
    headText: text.startsWith('\uFEFF') ? text.slice(1) : text,
    tailText: textOf(tail, 0, tail.length),
  };
}

/** True for text of several lines, each ended by CR alone. */
export function endsLinesByCr(text: string): boolean {
  return !text.includes('\n') && /\r[^\r]/.test(text);
}

/** How much an item looks like one format. */
export interface Sniff {
  /** 0: not this format. 100: nothing else has this form. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What is wrong with an item of this format; null when nothing was seen in the sample. */
  readonly broken: DamageCode | null;
}

export const NOT_MINE: Sniff = { score: 0, reasons: [], broken: null };
