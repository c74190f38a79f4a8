// Tells a whole chat: scenes that are fixed, and between them days of small talk, to an exact number of messages.
import type { ChatEvent } from '../chat-event.ts';
import { londonInstant, londonWall, two } from '../london-clock.ts';
import { seededDice } from '../random.ts';
import type { Dice } from '../random.ts';
import { shareOut, sittingsBetween } from './days.ts';
import type { Sitting } from './days.ts';
import { speakerOf } from './spoken-lines.ts';
import type { SpokenLine } from './spoken-lines.ts';
import { takeChooser } from './take-chooser.ts';
import { tellerFor } from './teller.ts';
import type { WordLists } from './teller.ts';
import type { Thread } from './thread-script.ts';
import type { Voice } from './voice.ts';

/** A stretch of small talk between two London wall clocks, up to message number `untilNumber` (counted from 1, included). */
export interface SmallTalk {
  readonly from: string;
  readonly until: string;
  readonly untilNumber: number;
  readonly phase: number;
}

export type Part = { readonly scene: readonly ChatEvent[] } | SmallTalk;

export interface Telling {
  readonly seed: string;
  readonly threads: readonly Thread[];
  readonly voices: Readonly<Record<string, Voice>>;
  /** What the people of this chat have and are: names, a bus, an age. */
  readonly facts: Readonly<Record<string, string>>;
  readonly lists: WordLists;
  readonly parts: readonly Part[];
}

/** Tells the chat. A stretch that is asked to end before it began is a bug and throws. */
export function tellChat(telling: Telling): ChatEvent[] {
  const talk = talkerFor(telling);
  const events: ChatEvent[] = [];
  for (const part of telling.parts) {
    if ('scene' in part) events.push(...part.scene);
    else events.push(...talk(part, part.untilNumber - events.length));
  }
  return events;
}

function talkerFor(telling: Telling): (part: SmallTalk, count: number) => ChatEvent[] {
  const dice = seededDice(telling.seed);
  const teller = tellerFor(telling.facts, telling.lists, dice);
  const choose = takeChooser(telling.threads, teller, dice);
  const speak = speakerOf(telling.voices, dice);

  const fillSitting = ({ sitting, phase, budget, room }: Want): StoryLine[] => {
    const lines: StoryLine[] = [];
    const day = dayOf(sitting.from);
    while (lines.length < Math.min(budget, room)) {
      const { thread, take } = choose({
        hours: hoursNow(sitting, lines.length, budget - lines.length),
        phase,
        day,
      });
      const story = speak(thread, teller.tell(thread, take, day)).slice(0, room - lines.length);
      lines.push(...story.map((line, at) => ({ line, startsStory: at === 0 })));
    }
    return lines;
  };
  const hoursNow = (sitting: Sitting, sofar: number, left: number): Sitting['hours'] => {
    if (sofar === 0 && sitting.opensDay && dice.chance(0.75)) return 'open';
    return left <= 4 && sitting.closesDay && sitting.hours === 'night' ? 'close' : sitting.hours;
  };
  return (part, count) => {
    if (count < 0) throw new Error(`the chat is past message ${part.untilNumber} already`);
    const sittings = sittingsBetween(londonInstant(part.from), londonInstant(part.until), dice);
    const shares = shareOut(count, sittings);
    let due = 0;
    let told = 0;
    return sittings.flatMap((sitting, place) => {
      due += shares[place] ?? 0;
      const lines = fillSitting({ sitting, phase: part.phase, budget: due - told, room: count - told });
      told += lines.length;
      return timed(lines, sitting, dice);
    });
  };
}

interface Want {
  readonly sitting: Sitting;
  readonly phase: number;
  /** How much is to be said now; a story may run over it, and the next sitting is then shorter. */
  readonly budget: number;
  /** What the whole stretch still has room for. */
  readonly room: number;
}

interface StoryLine {
  readonly line: SpokenLine;
  readonly startsStory: boolean;
}

function dayOf(instant: number): string {
  const wall = londonWall(instant);
  return `${two(wall.month)}-${two(wall.day)}`;
}

/** Gives lines their times: bursts, answers, pauses between stories, and never past the end of the sitting. */
function timed(lines: readonly StoryLine[], sitting: Sitting, dice: Dice): ChatEvent[] {
  let at = sitting.from;
  let last: string | null = null;
  return lines.map(({ line, startsStory }, place) => {
    const wished = place === 0 ? 0 : pauseSeconds(line.who === last, startsStory, dice);
    const fairShare = (sitting.until - at) / (lines.length - place + 1);
    at += Math.floor(Math.min(wished, Math.max(1, fairShare * 2)));
    last = line.who;
    return { ...line, at };
  });
}

function pauseSeconds(sameSpeaker: boolean, startsStory: boolean, dice: Dice): number {
  if (startsStory) return dice.chance(0.3) ? dice.between(240, 900) : dice.between(25, 200);
  if (sameSpeaker) return dice.between(3, 22);
  return dice.chance(0.12) ? dice.between(90, 420) : dice.between(7, 70);
}
