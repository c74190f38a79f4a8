import { type PlainSign, reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

/** The two apps that write this form. */
export type MetaApp = 'messenger' | 'instagram';

type Sign = readonly [pattern: RegExp, sign: PlainSign, value: number];

/** What both apps write. */
const COMMON: readonly Sign[] = [
  [/"sender_name"\s*:/, 'sender-name-member', 20],
  [/"timestamp_ms"\s*:/, 'timestamp-ms', 20],
  [/"participants"\s*:\s*\[\s*\{\s*"name"\s*:/, 'participants', 10],
  [
    /"thread_path"\s*:\s*"(?:inbox|archived_threads|message_requests|filtered_threads)\\?\//,
    'inbox-path',
    10,
  ],
  [/"magic_words"\s*:/, 'magic-words', 5],
];

const OWN: Readonly<Record<MetaApp, readonly Sign[]>> = {
  messenger: [
    [/your_facebook_activity/, 'facebook-activity', 30],
    [/stickers_used/, 'messenger-stickers', 15],
    [/"thread_type"\s*:/, 'thread-type', 15],
    [/"thread_path"\s*:\s*"e2ee_cutover/, 'messenger-folder', 20],
    [/"joinable_mode"\s*:/, 'group-link', 10],
    [/"sender_id_INTERNAL"\s*:/, 'messenger-sender-number', 10],
    [/"bumped_message_metadata"\s*:/, 'messenger-member', 5],
    [/"gifs"\s*:/, 'list-of-gifs', 5],
  ],
  instagram: [
    [/your_instagram_activity/, 'instagram-activity', 30],
    [/"original_content_owner"\s*:/, 'content-owner', 15],
    [/"(?:name|sender_name)"\s*:\s*"Instagram User"/i, 'instagram-user', 10],
    [/"content"\s*:\s*"Liked a message"/, 'instagram-like', 10],
    [/ \(edited\)"/, 'instagram-edited', 5],
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
    const signs = [...common, ...own].map(([, sign]) => sign);
    if (own.length === 0) signs.push('nothing-of-this-app-alone');
    if (NAMED.test(name)) signs.push('file-name-of-part');
    return {
      score: pointsOf(common) + Math.min(pointsOf(own), MOST_OWN) + (NAMED.test(name) ? 5 : 0),
      reasons: reasonsOf(...signs),
      broken: tailText.trimEnd().endsWith('}') ? null : 'cut-off',
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
