import type { Zone } from '../reading.ts';
import type { ClocksSeen } from './record.ts';

/** The zone of a format that gives every time in UTC. */
export function utcZone({ utcOnly }: ClocksSeen): Zone {
  return utcOnly > 0
    ? {
        basis: 'utc',
        offsetsMinutes: [],
        statement: 'The file gives times in UTC only, and they are shown in UTC.',
      }
    : { basis: 'unknown', offsetsMinutes: [], statement: 'The file gives no times.' };
}
