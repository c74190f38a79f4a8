import { reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

const MESSAGES = /"messages"\s*:\s*\[/;
const MESSAGE = /"type"\s*:\s*"(?:message|service)"/;
const CLOCK = /"date_unixtime"\s*:/;
const CHAT_KIND =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/;
const ACCOUNT = /"(?:chats|personal_information|frequent_contacts|left_chats)"\s*:\s*\{/;

/** Looks for the members that only this export has, in the beginning and the end of the item. */
export function sniffTelegram({ headText, tailText, name }: Sample): Sniff {
  if (!/^\s*\{/.test(headText)) return NOT_MINE;
  const both = headText + tailText;
  const signs = [
    [MESSAGES, 'list-of-messages', 20],
    [MESSAGE, 'message-and-service', 30],
    [CLOCK, 'date-unixtime', 25],
    [CHAT_KIND, 'kind-of-chat', 25],
    [ACCOUNT, 'account-sections', 25],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  const own = seen.some(([pattern]) => pattern !== MESSAGES);
  if (!own) return NOT_MINE;
  const named = /^result.*\.json$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, named ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: reasonsOf(...seen.map(([, sign]) => sign), named && 'file-name'),
    broken: tailText.trimEnd().endsWith('}') ? null : 'cut-off',
  };
}
