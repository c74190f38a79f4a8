// The demo world as one value. The same on every machine: no clock, no chance, nothing read from outside.
import { readyExport } from './demo-chats.ts';
import { NORTHSHIRE, OFFICERS, PEOPLE } from './people.ts';
import { demoSubmissions } from './submissions.ts';
import type { DemoWorld } from './world-shape.ts';

/** Makes the whole demo world afresh, byte for byte the same each time. */
export function demoWorld(): DemoWorld {
  return {
    force: NORTHSHIRE,
    officers: OFFICERS,
    people: PEOPLE,
    submissions: demoSubmissions(),
    readyExport: readyExport(),
  };
}
