// Scenes written word for word: the moments of a story that must say exactly this, at exactly this time.
import type { ChatEvent } from '../chat-event.ts';
import type { TruthKind } from '../chat-truth.ts';
import { londonInstant } from '../london-clock.ts';

const MARKS: Readonly<Record<string, TruthKind>> = { deleted: 'deleted', call: 'call', system: 'system' };

/**
 * Reads a scene from text. Each line is `HH:MM[:SS] who words`, `HH:MM+` for the second pass through the repeated hour; `YYYY-MM-DD` alone on a line sets the day; ` \ ` in the
 * words is a line break. After `who` may come `!deleted`, `!call`, `!system`, `!edited`, `!image`, `!sticker`, `!voice`,
 * `!video` or `!image=NAME` for a file whose name stays in the export. `-` is the app itself.
 */
export function scene(text: string): ChatEvent[] {
  let day = '';
  const events: ChatEvent[] = [];
  for (const line of text.split('\n').map(part => part.trim())) {
    if (line === '') continue;
    if (/^\d{4}-\d\d-\d\d$/.test(line)) day = line;
    else events.push(sceneLine(day, line));
  }
  return events;
}

function sceneLine(day: string, line: string): ChatEvent {
  const found =
    /^(\d\d:\d\d(?::\d\d)?)(\+?) ([a-h-])(?: !([a-z]+)(?:=(\S+(?: \S+)*?\.\w+))?)?(?: (.*))?$/.exec(line);
  if (found === null || day === '') throw new Error(`not a line of a scene: ${line}`);
  const [, time = '', second = '', who = '', mark, name, words = ''] = found;
  const at = londonInstant(`${day}T${time}`) + (second === '+' ? 3600 : 0);
  const said = { who: who === '-' ? null : who, at, body: words.replaceAll(' \\ ', '\n') };
  if (mark === undefined) return { kind: who === '-' ? 'system' : 'text', ...said };
  if (mark === 'edited') return { kind: 'text', ...said, edited: true };
  const kind = MARKS[mark];
  if (kind !== undefined) return { kind, ...said };
  return { kind: 'media', ...said, file: { what: fileKind(mark), name: name ?? null } };
}

function fileKind(mark: string): 'image' | 'sticker' | 'voice' | 'video' | 'document' {
  if (mark === 'image' || mark === 'sticker' || mark === 'voice' || mark === 'video' || mark === 'document')
    return mark;
  throw new Error(`a scene has no mark !${mark}`);
}
