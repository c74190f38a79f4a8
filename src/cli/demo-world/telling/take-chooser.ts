// Chooses what is talked about next: something that fits the hour, the day and the story so far, and was not told lately.
import type { Dice } from '../random.ts';
import type { Teller } from './teller.ts';
import type { Hours, Thread, Turn } from './thread-script.ts';

export interface Moment {
  readonly hours: Hours;
  /** How far the story has come; threads say from which phase to which they fit. */
  readonly phase: number;
  /** `MM-DD`. */
  readonly day: string;
}

export interface Choice {
  readonly thread: Thread;
  readonly take: readonly Turn[];
}

const HANDFUL = 40;
/** Takes of one thread stand at least this many takes apart, and never more than a third of the threads. */
const MOST_APART = 30;

/** Of a handful of takes that fit, the one not told for longest. Falls back to the evening's where an hour has none. */
export function takeChooser(
  threads: readonly Thread[],
  teller: Teller,
  dice: Dice,
): (moment: Moment) => Choice {
  const fitting = choicesByMoment(threads);
  const toldAt = new Map<readonly Turn[], number>();
  const uses = new Map<Thread, { times: number; last: number }>();
  const apart = Math.min(MOST_APART, Math.floor(threads.length / 3));
  let turn = 0;

  const usable = ({ thread }: Choice, day: string): boolean => {
    const used = uses.get(thread);
    if (used !== undefined && (used.times >= thread.maxUses || turn - used.last < apart)) return false;
    return thread.needs === null || teller.knows(thread.needs, day);
  };
  const oldest = (from: readonly Choice[], day: string): Choice | undefined => {
    let best: Choice | undefined;
    let bestTold = turn;
    for (let tries = 0; tries < HANDFUL && from.length > 0; tries += 1) {
      const other = dice.pick(from);
      const told = toldAt.get(other.take) ?? -1;
      if (told >= bestTold || !usable(other, day)) continue;
      best = other;
      bestTold = told;
    }
    return best;
  };
  return moment => {
    const evening = fitting({ ...moment, hours: 'evening' });
    const best = oldest(fitting(moment), moment.day) ?? oldest(evening, moment.day) ?? dice.pick(evening);
    turn += 1;
    toldAt.set(best.take, turn);
    uses.set(best.thread, { times: (uses.get(best.thread)?.times ?? 0) + 1, last: turn });
    return best;
  };
}

function choicesByMoment(threads: readonly Thread[]): (moment: Moment) => readonly Choice[] {
  const all = threads.map(thread => ({ thread, choices: thread.takes.map(take => ({ thread, take })) }));
  const known = new Map<string, readonly Choice[]>();
  return moment => {
    const key = `${moment.hours} ${moment.phase} ${moment.day}`;
    const found = known.get(key) ?? all.filter(one => fits(one.thread, moment)).flatMap(one => one.choices);
    known.set(key, found);
    return found;
  };
}

function fits(thread: Thread, { hours, phase, day }: Moment): boolean {
  if (phase < thread.firstPhase || phase > thread.lastPhase) return false;
  if (day < thread.firstDay || day > thread.lastDay) return false;
  if (thread.hours.length > 0) return thread.hours.includes(hours);
  return hours !== 'open' && hours !== 'close' && hours !== 'school';
}
