import { sniffJsonSigns } from '../json/signs.ts';
import type { Sample, Sniff } from '../sample.ts';

const SIGNS = [
  [
    /"(?:Received|Sent) (?:(?:Saved|Unsaved) )?(?:Chat|Snap) History"\s*:/,
    'It has sections of received and sent messages.',
    45,
  ],
  [/"Created\(microseconds\)"\s*:/, 'Its entries carry "Created(microseconds)".', 45],
  [/"Media Type"\s*:/, 'Its entries carry "Media Type".', 20],
  [
    /"Created"\s*:\s*"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"/,
    'Its times are written as this app writes them.',
    15,
  ],
  [/"IsSender"\s*:/, 'Its entries say whether the owner of the account sent them.', 10],
  [/"Conversation Title"\s*:/, 'Its entries name their conversation.', 10],
] as const;
/** A list of memories has some of these members too. */
const LEAST = 45;
const NAMED = /(?:^|[/\\])(?:chat|snap)_history\.json$/i;

/** Looks for the members that only this app's download has, in the beginning and the end of the item. */
export function sniffSnapchat(sample: Sample): Sniff {
  return sniffJsonSigns(sample, {
    signs: SIGNS,
    least: LEAST,
    named: [NAMED, 'The file name is one that this app gives.'],
  });
}
