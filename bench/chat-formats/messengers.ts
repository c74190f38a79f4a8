import {
  discordExport,
  discordPackageCsv,
  discordPackageJson,
} from '../../src/portable/chat/discord/testing/made.ts';
import { manyMessages as manyDiscord } from '../../src/portable/chat/discord/testing/many.ts';
import { signalJsonl, signalMarkdown } from '../../src/portable/chat/signal/testing/made.ts';
import { manyMessages as manySignal } from '../../src/portable/chat/signal/testing/many.ts';

export function makeDiscordExport(count: number): string {
  return [...discordExport(manyDiscord(count), { offsetMinutes: 0, indent: 2 })].join('');
}

export function makeDiscordPackage(form: 'json' | 'csv', count: number): string {
  const messages = manyDiscord(count);
  return [
    ...(form === 'json' ? discordPackageJson(messages, true) : discordPackageCsv(messages, '\r\n')),
  ].join('');
}

export function makeSignalMarkdown(count: number): string {
  const style = { isNew: true, offsetMinutes: 0, lineEnd: '\n' };
  return [...signalMarkdown(manySignal(count), style)].join('');
}

export function makeSignalLines(count: number): string {
  return [...signalJsonl(manySignal(count))].join('');
}
