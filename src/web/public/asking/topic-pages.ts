import type { Topic } from '#domain/intake/index.ts';
import { ACCOUNTS_PAGE } from '../accounts/page.ts';
import { AWARE_PAGE } from '../aware/page.ts';
import { CHILDREN_PAGE } from '../children/page.ts';
import { FACTS_PAGE } from '../facts/page.ts';
import { CONTACT_NOW_PAGE } from '../group/contact-now-page.ts';
import { PUBLISHED_PAGE } from '../group/published-page.ts';
import { CONDUCT_PAGE, PEOPLE_PAGE } from '../group/ticks-pages.ts';
import { FIRST_RAISED_PAGE, MATERIAL_PAGE } from '../group/words-pages.ts';
import { HAPPENED_PAGE } from '../happened/page.ts';
import { HOLD_PAGE } from '../hold/page.ts';
import { LEFT_OUT_PAGE } from '../left-out/page.ts';
import { MEETING_PAGE } from '../meeting/page.ts';
import { HARM_PAGE } from '../named/harm-page.ts';
import type { Pages } from '../question.ts';
import type { TopicPage } from './topic-page.ts';

/** The page of each topic. */
export const TOPIC_PAGES: Readonly<Record<Topic, TopicPage>> = {
  contactNow: CONTACT_NOW_PAGE,
  holding: HOLD_PAGE,
  material: MATERIAL_PAGE,
  people: PEOPLE_PAGE,
  firstRaised: FIRST_RAISED_PAGE,
  conduct: CONDUCT_PAGE,
  publications: PUBLISHED_PAGE,
  awareness: AWARE_PAGE,
  harm: HARM_PAGE,
  happened: HAPPENED_PAGE,
  accounts: ACCOUNTS_PAGE,
  facts: FACTS_PAGE,
  meeting: MEETING_PAGE,
  children: CHILDREN_PAGE,
  leftOut: LEFT_OUT_PAGE,
};

/** Registers the page of every topic; which of them a visitor meets is their branch. */
export function topicRoutes(pages: Pages): void {
  for (const { routes } of Object.values(TOPIC_PAGES)) routes(pages);
}
