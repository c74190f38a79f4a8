import type { Detection } from './detect.ts';
import { detectChat } from './detect.ts';
import { reasonSentence } from './detection/reasons.ts';
import type { ForeignKind } from './foreign-files.ts';
import { FORMATS } from './formats.ts';
import type { ChatFormat, ReadOptions, Reading } from './reading.ts';
import { type ByteSource, sourceOf } from './source/byte-source.ts';

export interface ReadChatOptions extends ReadOptions {
  /** The item's file name: asked only when the content leaves a choice. */
  readonly name?: string;
  /** Reads the item as this format whatever it looks like. */
  readonly format?: ChatFormat;
}

export type ReadChatResult =
  | { readonly ok: true; readonly reading: Reading; readonly detection: Detection }
  | {
      readonly ok: false;
      readonly reason: ForeignKind;
      /** A sentence for the person who handed the item in. */
      readonly detail: string;
      readonly detection: Detection;
    };

/**
 * Detects the format of an item and reads it. Any bytes give a reading or a refusal with its reason. From a `ByteSource`
 * it is read through a window: memory does not grow with the item. The source is gone through once now, and once for each
 * pass over the reading's messages.
 */
export function readChat(item: Uint8Array | ByteSource, options: ReadChatOptions = {}): ReadChatResult {
  const source = item instanceof Uint8Array ? sourceOf(item) : item;
  const detection = detectChat(source, options.name);
  const format = options.format ?? detection.format;
  const reader = FORMATS.find(known => known.format === format);
  if (reader) return { ok: true, reading: reader.read(source, options), detection };
  const reason = detection.format === null ? detection.found : 'unknown-bytes';
  return { ok: false, reason, detail: detection.reasons.map(reasonSentence).join(' '), detection };
}
