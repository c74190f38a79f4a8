// Tells takes: fills in names and things, keeps to them, and remembers what is worth coming back to.
import { packOf } from '../random.ts';
import type { Dice, Pack } from '../random.ts';
import type { Thread, Turn } from './thread-script.ts';

/** One turn in plain words, before a voice has put it in its own. */
export interface SaidTurn {
  readonly who: string;
  readonly words: string;
}

export interface Teller {
  /** Tells one take of a thread, in its turns. */
  tell(thread: Thread, take: readonly Turn[], day: string): SaidTurn[];
  /** Whether this was so from the start or said on an earlier day. */
  knows(fact: string, day: string): boolean;
}

export type WordLists = Readonly<Record<string, readonly string[]>>;

interface Remembered {
  readonly word: string;
  readonly since: string;
}

const EITHER = /<([^<>]*)>/g;
const SLOT = /\{(\w+)\}/g;
/** Dealt words do not know what stands before them: `a otter` is put right. */
const WRONG_ARTICLE = /\ba (?=[aeio]|um|un)/g;

/** A teller for one chat: `facts` are true from the start, `lists` are dealt from. */
export function tellerFor(facts: Readonly<Record<string, string>>, lists: WordLists, dice: Dice): Teller {
  const memory = new Map<string, Remembered>();
  for (const [fact, word] of Object.entries(facts)) memory.set(fact, { word, since: '' });
  const packs = new Map<string, Pack<string>>();

  const dealt = (list: string): string => {
    const choices = lists[list];
    if (choices === undefined) throw new Error(`there is no word list or fact "${list}"`);
    const pack = packs.get(list) ?? packOf(choices, dice);
    packs.set(list, pack);
    return pack.deal();
  };
  const wordFor = (name: string, words: Map<string, string>): string => {
    const word = words.get(name) ?? memory.get(name)?.word ?? fill(dealt(name.replace(/\d$/, '')), words);
    words.set(name, word);
    return word;
  };
  const fill = (text: string, words: Map<string, string>): string => {
    if (!text.includes('{') && !text.includes('<')) return text;
    const chosen = text.replace(EITHER, (_, either: string) => dice.pick(either.split('/')));
    return chosen.replace(SLOT, (_, name: string) => wordFor(name, words)).replace(WRONG_ARTICLE, 'an ');
  };
  const remember = (take: readonly Turn[], words: Map<string, string>, since: string) => {
    for (const [name, list] of take.flatMap(turn => turn.keeps)) {
      const word = words.get(name) ?? dealt(list);
      words.set(name, word);
      memory.set(name, { word, since });
    }
  };
  return {
    knows(fact, day) {
      const known = memory.get(fact);
      return known !== undefined && known.since < day;
    },
    tell(thread, take, day) {
      const words = new Map<string, string>();
      remember(take, words, day);
      const said = take
        .filter(turn => !turn.maybe || dice.chance(0.5))
        .map(turn => ({ who: turn.who, words: fill(turn.words, words) }));
      if (thread.drops !== null) memory.delete(thread.drops);
      return said;
    },
  };
}
