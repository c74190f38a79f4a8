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
    [MESSAGES, 'It has a list of messages.', 20],
    [MESSAGE, 'Its entries are of the types "message" and "service".', 30],
    [CLOCK, 'Its entries carry "date_unixtime".', 25],
    [CHAT_KIND, 'It names a kind of chat that this app has.', 25],
    [ACCOUNT, 'It has the sections of a whole account.', 25],
  ] as const;
  const seen = signs.filter(([pattern]) => pattern.test(both));
  const own = seen.some(([pattern]) => pattern !== MESSAGES);
  if (!own) return NOT_MINE;
  const named = /^result.*\.json$/i.test(name);
  const points = seen.reduce((sum, [, , value]) => sum + value, named ? 5 : 0);
  return {
    score: Math.min(points, 100),
    reasons: [
      ...seen.map(([, reason]) => reason),
      ...(named ? ['The file name is one that this app gives.'] : []),
    ],
    broken: tailText.trimEnd().endsWith('}') ? null : 'The file is cut off: it does not end as it should.',
  };
}
