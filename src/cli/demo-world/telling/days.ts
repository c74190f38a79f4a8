// When people write: the sittings of each day, with how much is said in each.
import { londonInstant, londonWall, two } from '../london-clock.ts';
import type { Dice } from '../random.ts';
import type { Hours } from './thread-script.ts';

/** A time in which some messages are sent, `from` to `until` in seconds UTC. */
export interface Sitting {
  readonly hours: Hours;
  readonly from: number;
  readonly until: number;
  readonly weight: number;
  readonly opensDay: boolean;
  readonly closesDay: boolean;
}

interface Window {
  readonly hours: Hours;
  readonly from: string;
  readonly minutes: number;
  readonly weight: number;
}

const SCHOOL_DAY: readonly Window[] = [
  { hours: 'morning', from: '07:12', minutes: 80, weight: 10 },
  { hours: 'school', from: '12:18', minutes: 40, weight: 5 },
  { hours: 'after', from: '15:34', minutes: 130, weight: 22 },
  { hours: 'evening', from: '18:40', minutes: 150, weight: 38 },
  { hours: 'night', from: '21:24', minutes: 95, weight: 25 },
];

const FREE_DAY: readonly Window[] = [
  { hours: 'weekend', from: '10:05', minutes: 140, weight: 20 },
  { hours: 'weekend', from: '13:45', minutes: 180, weight: 22 },
  { hours: 'evening', from: '18:10', minutes: 185, weight: 34 },
  { hours: 'night', from: '21:30', minutes: 130, weight: 24 },
];

/** Half term in this part of the world: Monday to Friday of the last week of October. */
const HALF_TERM = ['2026-10-26', '2026-10-30'] as const;
const DAY_SECONDS = 86_400;

/** The sittings between two instants, in order, none overlapping. A sitting is missed now and then, and some days are quiet. */
export function sittingsBetween(from: number, until: number, dice: Dice): Sitting[] {
  const all: Sitting[] = [];
  for (let noon = noonOf(from); noon < until + DAY_SECONDS; noon += DAY_SECONDS)
    all.push(...sittingsOfDay(noon, dice));
  const clipped = all.map(one => ({
    ...one,
    from: Math.max(one.from, from),
    until: Math.min(one.until, until),
  }));
  const left = clipped.filter(one => one.until - one.from > 240);
  if (left.length > 0) return left;
  return [{ hours: 'evening', from, until, weight: 1, opensDay: false, closesDay: false }];
}

function noonOf(instant: number): number {
  const wall = londonWall(instant);
  return londonInstant(`${wall.year}-${two(wall.month)}-${two(wall.day)}T12:00`);
}

function sittingsOfDay(noon: number, dice: Dice): Sitting[] {
  const wall = londonWall(noon);
  const date = `${wall.year}-${two(wall.month)}-${two(wall.day)}`;
  const free = wall.weekday === 0 || wall.weekday === 6 || (date >= HALF_TERM[0] && date <= HALF_TERM[1]);
  const mood = dice.chance(0.12) ? 0.2 : 0.55 + dice.next();
  const kept = (free ? FREE_DAY : SCHOOL_DAY).filter(() => !dice.chance(0.18));
  return kept.map((window, place) => {
    const start = londonInstant(`${date}T${window.from}`) + dice.between(0, window.minutes * 18);
    const until = londonInstant(`${date}T${window.from}`) + window.minutes * 60;
    const weight = window.weight * mood * (0.4 + 1.2 * dice.next());
    return {
      hours: window.hours,
      from: start,
      until,
      weight,
      opensDay: place === 0,
      closesDay: place === kept.length - 1,
    };
  });
}

/** Shares `count` messages over sittings by weight, whole numbers that add up to `count`. */
export function shareOut(count: number, sittings: readonly Sitting[]): number[] {
  const whole = sittings.reduce((sum, one) => sum + one.weight, 0);
  let weightSoFar = 0;
  let given = 0;
  return sittings.map(one => {
    weightSoFar += one.weight;
    const due = Math.round((count * weightSoFar) / whole) - given;
    given += due;
    return due;
  });
}
