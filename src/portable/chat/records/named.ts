import type { ChatRecord } from './record.ts';

/** Printable ASCII is between these two: most names begin and end in it. */
const [SPACE, DELETE] = [0x20, 0x7f];
const EDGE = /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * The record with its speaker as readings give it: without spaces and invisible direction marks at its edges, which stand in
 * `speakerWritten`; null when nothing is left.
 */
export function named(record: ChatRecord): ChatRecord {
  const { speaker, doubts } = record;
  if (speaker === null) return record;
  if (speaker !== '' && !isEdge(speaker, 0) && !isEdge(speaker, speaker.length - 1)) return record;
  const plain = withoutEdges(speaker);
  const written = record.speakerWritten ?? (speaker === '' ? undefined : speaker);
  if (plain !== '') return { ...record, speaker: plain, speakerWritten: written };
  const isDoubted = record.kind === 'other' || doubts.includes('sender-not-named');
  return {
    ...record,
    speaker: null,
    speakerWritten: written,
    doubts: isDoubted ? doubts : [...doubts, 'sender-not-named'],
  };
}

function isEdge(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code > SPACE && code < DELETE) && EDGE.test(text.charAt(at));
}

function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isEdge(text, start)) start += 1;
  while (end > start && isEdge(text, end - 1)) end -= 1;
  return text.slice(start, end);
}
