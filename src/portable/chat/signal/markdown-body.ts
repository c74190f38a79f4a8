import type { Attachment, Reaction } from '../reading.ts';

/** The text of a message, taken apart into what the person wrote and what the program wrote around it. */
export interface MarkdownBody {
  readonly body: string;
  readonly quote: string | null;
  readonly reactions: readonly Reaction[];
  readonly attachments: readonly Attachment[];
  /** The two blanks that the program puts behind what a person wrote, for a line break in Markdown. */
  readonly hasBlanks: boolean;
}

const BREAK = '  ';
const REACTIONS = /^\(- (.+) -\)$/;
const STICKER = /^\(\( (.+) \)\)$/;
/** Longer names and paths are not looked for. */
const LONGEST_LINK = 2048;

/** Takes the text behind a header apart, from both ends. The forms are those of the program's own writer. */
export function markdownBody(text: string): MarkdownBody {
  const attachments: Attachment[] = [];
  let rest = withoutLineEnds(text);
  for (let link = linkAtEnd(rest); link !== null; link = linkAtEnd(rest)) {
    attachments.push(link.attachment);
    rest = link.before;
  }
  const sticker = lineAtEnd(rest, STICKER);
  if (sticker) {
    attachments.push({ name: null, kind: 'sticker', included: false, note: sticker.inner });
    rest = sticker.before;
  }
  const line = lineAtEnd(rest, REACTIONS);
  const reactions = line ? reactionsIn(line.inner) : [];
  if (line && reactions.length > 0) rest = line.before;
  const hasBlanks = rest.endsWith(BREAK);
  const { quote, behind } = quoteAtStart(hasBlanks ? rest.slice(0, -BREAK.length) : rest);
  return { body: behind, quote, reactions, attachments: attachments.toReversed(), hasBlanks };
}

function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return text.slice(0, end);
}

/** The last line, when it has this form and another is before it. */
function lineAtEnd(text: string, form: RegExp): { before: string; inner: string } | null {
  const at = text.lastIndexOf('\n');
  const match = at < 0 ? null : form.exec(text.slice(at + 1));
  if (!match) return null;
  const before = text.slice(0, text[at - 1] === '\r' ? at - 1 : at);
  return { before, inner: match[1] ?? '' };
}

/** `name: emoji, name: emoji`; a name may hold a comma. None when the last part has no emoji. */
function reactionsIn(text: string): Reaction[] {
  const found: Reaction[] = [];
  let name: string[] = [];
  for (const part of text.split(', ')) {
    const at = part.lastIndexOf(': ');
    name.push(at < 0 ? part : part.slice(0, at));
    if (at < 0) continue;
    found.push({ reaction: part.slice(at + 2), by: name.join(', ') });
    name = [];
  }
  return name.length === 0 ? found : [];
}

/**
 * `[name](./media/name)` or `[name](../exported_stickers/…)` and two blanks at the end, for a picture with `!` before it. In
 * the path, blanks of the name are written `%20`.
 */
function linkAtEnd(text: string): { before: string; attachment: Attachment } | null {
  const end = text.endsWith(BREAK) ? text.length - BREAK.length : text.length;
  if (text[end - 1] !== ')') return null;
  // Only so much is looked at, however many links a line has.
  const tailFrom = Math.max(0, end - LONGEST_LINK);
  const tail = text.slice(tailFrom, end - 1);
  const line = tail.slice(tail.lastIndexOf('\n') + 1);
  const from = end - 1 - line.length;
  const middle = Math.max(line.lastIndexOf('](./'), line.lastIndexOf('](../'));
  if (middle < 0) return null;
  const path = line.slice(middle + 2);
  const name = nameBefore(line.slice(0, middle), path);
  if (name === null) return null;
  const opening = middle - name.length - 1;
  const isPicture = line[opening - 1] === '!';
  const isSticker = path.startsWith('../');
  const kind = isSticker ? 'sticker' : isPicture ? 'photo' : null;
  return {
    before: text.slice(0, from + opening - (isPicture ? 1 : 0)),
    attachment: { name: isSticker ? path : name, kind, included: true, note: isSticker ? name : null },
  };
}

/** The name in brackets: the one the path ends with, else back to the last bracket. */
function nameBefore(text: string, path: string): string | null {
  const inPath = path.slice(path.lastIndexOf('/') + 1).replaceAll('%20', ' ');
  if (inPath !== '' && text.endsWith(`[${inPath}`)) return inPath;
  const at = text.lastIndexOf('[');
  return at < 0 ? null : text.slice(at + 1);
}

/** `> ` lines behind an empty one at the beginning, and an empty one behind them. */
function quoteAtStart(text: string): { quote: string | null; behind: string } {
  const lead = /^(?:\r?\n){1,2}(?=> )/.exec(text);
  if (!lead) return { quote: null, behind: text };
  const lines: string[] = [];
  let at = lead[0].length;
  while (text.startsWith('>', at)) {
    const end = lineEnd(text, at);
    lines.push(text.slice(text.startsWith('> ', at) ? at + 2 : at + 1, end).replace(/\r$/, ''));
    at = end + 1;
  }
  const empty = /^\r?\n/.exec(text.slice(at, at + 2));
  return { quote: lines.join('\n'), behind: text.slice(at + (empty?.[0].length ?? 0)) };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
