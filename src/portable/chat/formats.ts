import type { ChatFormat, ReadOptions, Reading } from './reading.ts';
import type { Sample, Sniff } from './sample.ts';
import { readTelegram, TELEGRAM_READER } from './telegram/read.ts';
import { sniffTelegram } from './telegram/sniff.ts';
import { readWhatsapp, WHATSAPP_READER } from './whatsapp/read.ts';
import { sniffWhatsapp } from './whatsapp/sniff.ts';

/** What a format's folder offers. Adding a format is adding an entry here. */
export interface FormatReader {
  readonly format: ChatFormat;
  readonly title: string;
  /** Name and version that its readings carry, as `whatsapp-text/1`. */
  readonly reader: string;
  /** Never throws. Looks at the sample only. */
  readonly sniff: (sample: Sample) => Sniff;
  /** Never throws, whatever the bytes. */
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Reading;
}

export const FORMATS: readonly FormatReader[] = [
  {
    format: 'whatsapp-text',
    title: 'WhatsApp text export',
    reader: WHATSAPP_READER,
    sniff: sniffWhatsapp,
    read: readWhatsapp,
  },
  {
    format: 'telegram-json',
    title: 'Telegram JSON export',
    reader: TELEGRAM_READER,
    sniff: sniffTelegram,
    read: readTelegram,
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
