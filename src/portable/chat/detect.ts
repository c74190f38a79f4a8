import type { Reason } from './detection/reasons.ts';
import type { DamageCode } from './detection/signs.ts';
import type { ForeignKind } from './foreign-files.ts';
import { foreignByBytes, foreignByText } from './foreign-files.ts';
import { FORMATS } from './formats.ts';
import type { ChatFormat } from './reading.ts';
import { sampleOf } from './sample.ts';
import { type ByteSource, sourceOf } from './source/byte-source.ts';

/** A format that an item could also be, less likely. */
export interface RunnerUp {
  readonly format: ChatFormat;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What an item is, by content first and by name second. */
export type Detection =
  | {
      readonly format: ChatFormat;
      readonly confidence: 'high' | 'fair' | 'low';
      readonly reasons: readonly Reason[];
      /** The item is of this format but damaged: how. Null when no damage was seen. */
      readonly broken: DamageCode | null;
      readonly runnersUp: readonly RunnerUp[];
    }
  | {
      readonly format: null;
      /** What it is instead. */
      readonly found: ForeignKind;
      readonly reasons: readonly Reason[];
      readonly runnersUp: readonly RunnerUp[];
    };

const HIGH_SCORE = 70;
const FAIR_SCORE = 50;

/**
 * Says which format an item has. Looks at the first and last 64 KiB only. `format: null` means that no reader
 * claims it ("not mine"); `broken` means that one does, and the item is damaged ("mine but broken").
 */
export function detectChat(item: Uint8Array | ByteSource, name = ''): Detection {
  const sample = sampleOf(item instanceof Uint8Array ? sourceOf(item) : item, name);
  const foreign = foreignByBytes(sample);
  if (foreign)
    return { format: null, found: foreign.kind, reasons: [{ code: foreign.reason }], runnersUp: [] };
  const sniffed = FORMATS.map(({ format, sniff }) => ({ format, ...sniff(sample) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, ...rest] = sniffed;
  const runnersUp = rest.map(({ format, score, reasons }) => ({ format, score, reasons }));
  if (!best) {
    const { kind, reason } = foreignByText(sample);
    return { format: null, found: kind, reasons: [{ code: reason }], runnersUp };
  }
  const { format, score, reasons, broken } = best;
  const confidence = score >= HIGH_SCORE ? 'high' : score >= FAIR_SCORE ? 'fair' : 'low';
  return { format, confidence, reasons, broken, runnersUp };
}
