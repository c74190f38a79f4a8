import type { Call } from '../reading.ts';

const SENTENCE = /^(Incoming|Outgoing|Missed) (?:(\w{1,20}) )?call(?: \(([^()\n]{1,60})\))?$/;
const DURATION = /^(?:(\d{1,6})m )?(\d{1,2})s$/;

/** The call that one of the program's English sentences tells of; null for any other text. */
export function markdownCall(text: string): Call | null {
  const match = text.length > 120 ? null : SENTENCE.exec(text);
  if (!match) return null;
  const [, direction, media, details = ''] = match;
  const [outcome = '', durationText = null] = details.split(', ');
  return {
    media: media === 'voice' || media === 'video' ? media : null,
    outcome: direction === 'Missed' ? 'missed' : outcome || null,
    durationText,
    durationSeconds: durationText === null ? null : secondsOf(durationText),
  };
}

function secondsOf(text: string): number | null {
  const match = DURATION.exec(text);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2]) : null;
}
