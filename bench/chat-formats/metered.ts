import type { ChatFormat } from '#portable/chat/index.ts';
import { makeE2ee, makeMeta } from './meta.ts';
import { makeDiscordExport, makeDiscordPackage, makeSignalLines, makeSignalMarkdown } from './messengers.ts';
import { makeSmsBackup } from './sms.ts';
import { makeSnapchat } from './snapchat.ts';
import { makeTelegramHtml } from './telegram-html.ts';

/** A format that is measured. */
export type MeteredFormat = {
  readonly title: string;
  readonly format: ChatFormat;
  /** An export of so many messages; the same on every run. */
  readonly make: (messages: number) => string;
};

/** One row a format. Adding a format is adding a row, and a generator in a file beside this one. */
export const METERED: readonly MeteredFormat[] = [
  { title: 'Messenger', format: 'messenger-json', make: messages => makeMeta('facebook', messages) },
  { title: 'Instagram', format: 'instagram-json', make: messages => makeMeta('instagram', messages) },
  { title: 'Messenger, encrypted', format: 'messenger-e2ee-json', make: makeE2ee },
  { title: 'Snapchat', format: 'snapchat-json', make: makeSnapchat },
  { title: 'Telegram, page', format: 'telegram-html', make: makeTelegramHtml },
  { title: 'Discord channel', format: 'discord-exporter-json', make: makeDiscordExport },
  {
    title: 'Discord package, JSON',
    format: 'discord-package-json',
    make: n => makeDiscordPackage('json', n),
  },
  { title: 'Discord package, CSV', format: 'discord-package-csv', make: n => makeDiscordPackage('csv', n) },
  { title: 'Signal, Markdown', format: 'signal-export-md', make: makeSignalMarkdown },
  { title: 'Signal, plaintext', format: 'signal-jsonl', make: makeSignalLines },
  { title: 'SMS Backup & Restore', format: 'sms-backup-xml', make: makeSmsBackup },
];
