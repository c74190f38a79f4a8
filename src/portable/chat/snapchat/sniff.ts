import { sniffJsonSigns } from '../json/signs.ts';
import type { Sample, Sniff } from '../sample.ts';

const SIGNS = [
  [/"(?:Received|Sent) (?:(?:Saved|Unsaved) )?(?:Chat|Snap) History"\s*:/, 'received-and-sent', 45],
  [/"Created\(microseconds\)"\s*:/, 'created-microseconds', 45],
  [/"Media Type"\s*:/, 'media-type', 20],
  [/"Created"\s*:\s*"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"/, 'times-as-written', 15],
  [/"IsSender"\s*:/, 'sent-by-owner', 10],
  [/"Conversation Title"\s*:/, 'conversation-title', 10],
] as const;
/** A list of memories has some of these members too. */
const LEAST = 45;
const NAMED = /(?:^|[/\\])(?:chat|snap)_history\.json$/i;

/** Looks for the members that only this app's download has, in the beginning and the end of the item. */
export function sniffSnapchat(sample: Sample): Sniff {
  return sniffJsonSigns(sample, {
    signs: SIGNS,
    least: LEAST,
    named: [NAMED, 'file-name'],
  });
}
