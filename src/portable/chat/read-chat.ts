import type { Detection } from './detect.ts';
import { detectChat } from './detect.ts';
import type { ForeignKind } from './foreign-files.ts';
import { FORMATS } from './formats.ts';
import type { ChatFormat, ReadOptions, Reading } from './reading.ts';

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

/** Detects the format of an item and reads it. Any bytes give a reading or a refusal with its reason. */
export function readChat(bytes: Uint8Array, options: ReadChatOptions = {}): ReadChatResult {
  const detection = detectChat(bytes, options.name);
  const format = options.format ?? detection.format;
  const reader = FORMATS.find(known => known.format === format);
  if (reader) return { ok: true, reading: reader.read(bytes, options), detection };
  const reason = detection.format === null ? detection.found : 'unknown-bytes';
  return { ok: false, reason, detail: detection.reasons.join(' '), detection };
}
