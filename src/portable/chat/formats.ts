import type { ChatFormat, FormatBasis, ReadOptions, Reading } from './reading.ts';
import type { Sample, Sniff } from './sample.ts';
import { type ByteSource, wholeOf } from './source/byte-source.ts';
import { readTelegram, TELEGRAM_READER } from './telegram/read.ts';
import { sniffTelegram } from './telegram/sniff.ts';
import { readWhatsapp, WHATSAPP_READER } from './whatsapp/read.ts';
import { sniffWhatsapp } from './whatsapp/sniff.ts';

/** What a format's folder offers. Adding a format is adding an entry here. */
export interface FormatReader {
  readonly format: ChatFormat;
  readonly title: string;
  /** Said wherever the format is shown, when no real export of it was ever read. */
  readonly basis: FormatBasis;
  /** Name and version that its readings carry, as `whatsapp-text/1`. */
  readonly reader: string;
  /** Never throws. Looks at the sample only. */
  readonly sniff: (sample: Sample) => Sniff;
  /** Never throws of its own, whatever the bytes; what the source throws passes through, also while messages are made. */
  readonly read: (source: ByteSource, options: ReadOptions) => Reading;
}

export const FORMATS: readonly FormatReader[] = [
  {
    format: 'whatsapp-text',
    title: 'WhatsApp text export',
    basis: 'exports-seen',
    reader: WHATSAPP_READER,
    sniff: sniffWhatsapp,
    read: readWhatsapp,
  },
  {
    format: 'telegram-json',
    title: 'Telegram JSON export',
    basis: 'exports-seen',
    reader: TELEGRAM_READER,
    sniff: sniffTelegram,
    read: source => readTelegram(wholeOf(source)),
  },
];

/** The format that a reader of exactly this name and version reads; null when this program does not have that one. */
export function formatOfReader(reader: string): ChatFormat | null {
  return FORMATS.find(known => known.reader === reader)?.format ?? null;
}

/** The name of a format for people. */
export function formatTitle(format: ChatFormat): string {
  return FORMATS.find(known => known.format === format)?.title ?? format;
}

/** What the reader of a format was built from. */
export function formatBasis(format: ChatFormat): FormatBasis | null {
  return FORMATS.find(known => known.format === format)?.basis ?? null;
}
