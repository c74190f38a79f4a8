import { sniffMeta } from './meta-json/app.ts';
import { INSTAGRAM_READER, MESSENGER_READER, readMeta } from './meta-json/read.ts';
import { MESSENGER_E2EE_READER, readMessengerE2ee } from './messenger-e2ee/read.ts';
import { sniffMessengerE2ee } from './messenger-e2ee/sniff.ts';
import { readSnapchat, SNAPCHAT_READER } from './snapchat/read.ts';
import { sniffSnapchat } from './snapchat/sniff.ts';
import { DISCORD_EXPORTER_READER, readDiscordExporter } from './discord/exporter-read.ts';
import { DISCORD_PACKAGE_CSV_READER, readDiscordPackageCsv } from './discord/package-csv-read.ts';
import { DISCORD_PACKAGE_JSON_READER, readDiscordPackageJson } from './discord/package-json-read.ts';
import { sniffDiscordExporter, sniffDiscordPackageCsv, sniffDiscordPackageJson } from './discord/sniff.ts';
import type { ChatFormat, FormatBasis, ReadOptions, Reading } from './reading.ts';
import type { Sample, Sniff } from './sample.ts';
import { readSignalJsonl, SIGNAL_JSONL_READER } from './signal/jsonl-read.ts';
import { readSignalExport, SIGNAL_EXPORT_READER } from './signal/markdown-read.ts';
import { sniffSignalExport, sniffSignalJsonl } from './signal/sniff.ts';
import type { ByteSource } from './source/byte-source.ts';
import { readSmsBackup, SMS_BACKUP_READER } from './sms-backup/read.ts';
import { sniffSmsBackup } from './sms-backup/sniff.ts';
import { readTelegram, TELEGRAM_READER } from './telegram/read.ts';
import { sniffTelegram } from './telegram/sniff.ts';
import { readTelegramHtml, TELEGRAM_HTML_READER } from './telegram-html/read.ts';
import { sniffTelegramHtml } from './telegram-html/sniff.ts';
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
    read: readTelegram,
  },
  {
    format: 'telegram-html',
    title: 'Telegram HTML export',
    basis: 'documentation-only',
    reader: TELEGRAM_HTML_READER,
    sniff: sniffTelegramHtml,
    read: readTelegramHtml,
  },
  {
    format: 'messenger-json',
    title: 'Messenger JSON download',
    basis: 'documentation-only',
    reader: MESSENGER_READER,
    sniff: sniffMeta('messenger'),
    read: source => readMeta(source, 'messenger'),
  },
  {
    format: 'instagram-json',
    title: 'Instagram JSON download',
    basis: 'documentation-only',
    reader: INSTAGRAM_READER,
    sniff: sniffMeta('instagram'),
    read: source => readMeta(source, 'instagram'),
  },
  {
    format: 'messenger-e2ee-json',
    title: 'Messenger download of end-to-end encrypted messages',
    basis: 'documentation-only',
    reader: MESSENGER_E2EE_READER,
    sniff: sniffMessengerE2ee,
    read: readMessengerE2ee,
  },
  {
    format: 'snapchat-json',
    title: 'Snapchat JSON download',
    basis: 'documentation-only',
    reader: SNAPCHAT_READER,
    sniff: sniffSnapchat,
    read: readSnapchat,
  },
  {
    format: 'discord-exporter-json',
    title: 'Discord channel as JSON (DiscordChatExporter)',
    basis: 'documentation-only',
    reader: DISCORD_EXPORTER_READER,
    sniff: sniffDiscordExporter,
    read: readDiscordExporter,
  },
  {
    format: 'discord-package-json',
    title: 'Discord data package, messages as JSON',
    basis: 'documentation-only',
    reader: DISCORD_PACKAGE_JSON_READER,
    sniff: sniffDiscordPackageJson,
    read: readDiscordPackageJson,
  },
  {
    format: 'discord-package-csv',
    title: 'Discord data package, messages as CSV',
    basis: 'documentation-only',
    reader: DISCORD_PACKAGE_CSV_READER,
    sniff: sniffDiscordPackageCsv,
    read: readDiscordPackageCsv,
  },
  {
    format: 'signal-export-md',
    title: 'Signal chat as Markdown (signal-export)',
    basis: 'documentation-only',
    reader: SIGNAL_EXPORT_READER,
    sniff: sniffSignalExport,
    read: readSignalExport,
  },
  {
    format: 'signal-jsonl',
    title: 'Signal plaintext export',
    basis: 'documentation-only',
    reader: SIGNAL_JSONL_READER,
    sniff: sniffSignalJsonl,
    read: readSignalJsonl,
  },
  {
    format: 'sms-backup-xml',
    title: 'SMS Backup & Restore XML backup',
    basis: 'documentation-only',
    reader: SMS_BACKUP_READER,
    sniff: sniffSmsBackup,
    read: source => readSmsBackup(source),
  },
];

/**
 * Names the readers of all formats together, as `handover-chat/N`. N is their number and the sum of their versions: one
 * format more, or a better reader of one, makes it greater.
 */
export const ALL_READERS = `handover-chat/${FORMATS.reduce((sum, { reader }) => sum + Number(reader.split('/')[1]), FORMATS.length)}`;

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
