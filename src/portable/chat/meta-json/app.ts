import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

/** The two apps that write this form. */
export type MetaApp = 'messenger' | 'instagram';

type Sign = readonly [pattern: RegExp, reason: string, value: number];

/** What both apps write. */
const COMMON: readonly Sign[] = [
  [/"sender_name"\s*:/, 'Its entries carry "sender_name".', 20],
  [/"timestamp_ms"\s*:/, 'Its entries carry "timestamp_ms".', 20],
  [/"participants"\s*:\s*\[\s*\{\s*"name"\s*:/, 'It names participants.', 10],
  [
    /"thread_path"\s*:\s*"(?:inbox|archived_threads|message_requests|filtered_threads)\\?\//,
    'It gives the path of a conversation in the inbox.',
    10,
  ],
  [/"magic_words"\s*:/, 'It has "magic_words".', 5],
];

const OWN: Readonly<Record<MetaApp, readonly Sign[]>> = {
  messenger: [
    [/your_facebook_activity/, 'Its files lie under "your_facebook_activity".', 30],
    [/stickers_used/, 'It has stickers of Messenger.', 15],
    [/"thread_type"\s*:/, 'It gives the type of the conversation, as Messenger does.', 15],
    [/"thread_path"\s*:\s*"e2ee_cutover/, 'It lies in a folder that Messenger has.', 20],
    [/"joinable_mode"\s*:/, 'It has the link for joining a group of Messenger.', 10],
    [/"sender_id_INTERNAL"\s*:/, 'Its entries carry a number that Messenger gives.', 10],
    [/"bumped_message_metadata"\s*:/, 'Its entries carry a member that Messenger has.', 5],
    [/"gifs"\s*:/, 'It has a list of GIFs, as Messenger does.', 5],
  ],
  instagram: [
    [/your_instagram_activity/, 'Its files lie under "your_instagram_activity".', 30],
    [/"original_content_owner"\s*:/, 'It names the owner of shared content, as Instagram does.', 15],
    [/"(?:name|sender_name)"\s*:\s*"Instagram User"/i, 'It names an account that Instagram removed.', 10],
    [/"content"\s*:\s*"Liked a message"/, 'It has the sentence that Instagram writes for a like.', 10],
    [/ \(edited\)"/, 'It has a message that is marked as edited, as Instagram does.', 5],
  ],
};

const LEAST_COMMON = 20;
const MOST_OWN = 30;
const NAMED = /(?:^|[/\\])message_\d+\.json$/i;

/** Looks for what both apps write, and for what only the one does. The other is left as a runner-up. */
export function sniffMeta(app: MetaApp): (sample: Sample) => Sniff {
  return ({ headText, tailText, name }) => {
    if (!/^\s*\{/.test(headText)) return NOT_MINE;
    const both = `${headText}\n${tailText}`;
    const common = seenIn(COMMON, both);
    if (pointsOf(common) < LEAST_COMMON) return NOT_MINE;
    const own = seenIn(OWN[app], both);
    const reasons = [...common, ...own].map(([, reason]) => reason);
    if (own.length === 0) reasons.push('Nothing was seen that only this app writes.');
    if (NAMED.test(name)) reasons.push('The file name is one that this app gives to one file of several.');
    return {
      score: pointsOf(common) + Math.min(pointsOf(own), MOST_OWN) + (NAMED.test(name) ? 5 : 0),
      reasons,
      broken: tailText.trimEnd().endsWith('}') ? null : 'The file is cut off: it does not end as it should.',
    };
  };
}

/** Whether the beginning and end of an item show signs of this app and fewer of the other. */
export function isOfApp(app: MetaApp, { headText, tailText }: Sample): boolean {
  const both = `${headText}\n${tailText}`;
  const [messenger, instagram] = [OWN.messenger, OWN.instagram].map(signs => pointsOf(seenIn(signs, both)));
  const lead = (messenger ?? 0) - (instagram ?? 0);
  return app === 'messenger' ? lead > 0 : lead < 0;
}

function seenIn(signs: readonly Sign[], text: string): readonly Sign[] {
  return signs.filter(([pattern]) => pattern.test(text));
}

function pointsOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, [, , value]) => sum + value, 0);
}
