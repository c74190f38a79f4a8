// The pages of small talk that every pair in the demo world can draw on.
import { threadsIn } from '../telling/thread-script.ts';
import type { Thread } from '../telling/thread-script.ts';
import { CHATTER_THREADS } from '../threads/chatter.ts';
import { FUN_THREADS } from '../threads/fun.ts';
import { HOME_THREADS } from '../threads/home.ts';
import { LONGER_THREADS } from '../threads/longer.ts';
import { PLAIN_THREADS } from '../threads/plain.ts';
import { SCHOOL_THREADS } from '../threads/school.ts';
import { SENT_THREADS } from '../threads/sent.ts';
import { WEEKEND_THREADS } from '../threads/weekend.ts';
import { WORRY_THREADS } from '../threads/worry.ts';

const SHARED_PAGES = [
  CHATTER_THREADS,
  FUN_THREADS,
  HOME_THREADS,
  LONGER_THREADS,
  PLAIN_THREADS,
  SCHOOL_THREADS,
  SENT_THREADS,
  WEEKEND_THREADS,
  WORRY_THREADS,
];

const SHARED_THREADS = SHARED_PAGES.flatMap(page => threadsIn(page));

/** The shared pages and a pair's own page, ready to tell. */
export function threadsWith(ownPage: string): Thread[] {
  return [...SHARED_THREADS, ...threadsIn(ownPage)];
}
