// Turns into lines as they are sent: each in its speaker's voice, some edited, some pictures, and a nod at the end.
import type { ChatEvent } from '../chat-event.ts';
import { packOf } from '../random.ts';
import type { Dice } from '../random.ts';
import type { SaidTurn } from './teller.ts';
import type { Thread } from './thread-script.ts';
import { inVoice } from './voice.ts';
import type { Voice } from './voice.ts';

/** An entry of the chat that has no time yet. */
export type SpokenLine = Omit<ChatEvent, 'at'>;

type Voices = Readonly<Record<string, Voice>>;

const EDITED_EVERY = 0.012;
const SHORTEST_STORY = 4;

/** Says the turns of one take in the voices of a chat. */
export function speakerOf(
  voices: Voices,
  dice: Dice,
): (thread: Thread, turns: readonly SaidTurn[]) => SpokenLine[] {
  const nod = nodder(voices, dice);
  return (thread, turns) => {
    const lines = turns.flatMap(turn => linesOf(turn, voices, dice));
    if (isStory(thread) && turns.length >= SHORTEST_STORY) lines.push(...nod(turns));
    return lines;
  };
}

/** A thread that is told for fun: anybody may nod at its end. Worries, greetings and good nights get no nod. */
function isStory(thread: Thread): boolean {
  const anyPhase = thread.firstPhase === 1 && thread.lastPhase === 9;
  return anyPhase && !thread.hours.includes('open') && !thread.hours.includes('close');
}

/** What somebody else says to the end of a story, now and then. */
function nodder(voices: Voices, dice: Dice): (turns: readonly SaidTurn[]) => SpokenLine[] {
  const packs = new Map(Object.entries(voices).map(([who, voice]) => [who, packOf(voice.nods, dice)]));
  return turns => {
    const last = turns.at(-1)?.who;
    const who = turns.findLast(turn => turn.who !== last)?.who;
    if (who === undefined || !dice.chance(voices[who]?.nodsEvery ?? 0)) return [];
    const nod = packs.get(who)?.deal() ?? '';
    return [nod.startsWith('!') ? markedLine(who, nod, line => line) : { kind: 'text', who, body: nod }];
  };
}

function linesOf({ who, words }: SaidTurn, voices: Voices, dice: Dice): SpokenLine[] {
  const voice = voices[who];
  if (voice === undefined) throw new Error(`${who} has no voice`);
  if (words.startsWith('!')) return [markedLine(who, words, line => inVoice(line, voice, dice)[0] ?? '')];
  const lines = inVoice(words, voice, dice).map((body): SpokenLine => ({
    kind: 'text',
    who,
    body,
  }));
  const last = lines.at(-1);
  if (last !== undefined && dice.chance(EDITED_EVERY)) lines.splice(-1, 1, { ...last, edited: true });
  return lines;
}

function markedLine(who: string, words: string, voiced: (line: string) => string): SpokenLine {
  const [, mark = '', rest = ''] = /^!(\w+) ?(.*)$/.exec(words) ?? [];
  if (mark === 'deleted') return { kind: 'deleted', who, body: '' };
  if (mark === 'call') return { kind: 'call', who, body: rest };
  if (mark !== 'image' && mark !== 'sticker' && mark !== 'voice' && mark !== 'video') {
    throw new Error(`no such mark: ${words}`);
  }
  return { kind: 'media', who, body: rest === '' ? '' : voiced(rest), file: { what: mark, name: null } };
}
