import type { ChatFormat, ReadOptions, Reading } from './reading.ts';
import type { Sample, Sniff } from './sample.ts';
import { readTelegram } from './telegram/read.ts';
import { sniffTelegram } from './telegram/sniff.ts';
import { readWhatsapp } from './whatsapp/read.ts';
import { sniffWhatsapp } from './whatsapp/sniff.ts';

/** What a format's folder offers. Adding a format is adding an entry here. */
export interface FormatReader {
  readonly format: ChatFormat;
  readonly title: string;
  /** Never throws. Looks at the sample only. */
  readonly sniff: (sample: Sample) => Sniff;
  /** Never throws, whatever the bytes. */
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Reading;
}

export const FORMATS: readonly FormatReader[] = [
  { format: 'whatsapp-text', title: 'WhatsApp text export', sniff: sniffWhatsapp, read: readWhatsapp },
  { format: 'telegram-json', title: 'Telegram JSON export', sniff: sniffTelegram, read: readTelegram },
];

/** The name of a format for people. */
export function formatTitle(format: ChatFormat): string {
  return FORMATS.find(known => known.format === format)?.title ?? format;
}
