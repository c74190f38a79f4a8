import { may, ROLE_WORDS } from '#domain/accounts/index.ts';
import type { Action } from '#domain/accounts/index.ts';
import { html } from '#web/ui/index.ts';
import { policeRoute } from './police-route.ts';
import type { PoliceWall } from './police-route.ts';
import { pageFor } from './visit.ts';

/** First pages by what an officer may do; the first that is allowed is theirs. */
const FIRST_PAGES: readonly (readonly [Action, string])[] = [
  ['see-queue', '/queue'],
  ['see-own-list', '/mine'],
  ['see-audit', '/audit'],
  ['see-record-check', '/record-check'],
];

/** `/`: leads each officer to where their work begins. */
export function homeRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/',
    action: 'open-home',
    thing: () => ({ thing: { kind: 'service', id: 'home' }, value: true }),
    handler(visit) {
      const { officer } = visit.session;
      const first = FIRST_PAGES.find(
        ([action]) => may(officer, action, { kind: 'service', id: 'home' }).allowed,
      );
      if (first) return { redirect: first[1] };
      return {
        page: pageFor(visit, {
          title: 'Nothing to open yet',
          body: html`<div class="ho-reading-width">
            <h1>Nothing to open yet</h1>
            <p>
              You are signed in as ${ROLE_WORDS[officer.role].toLowerCase()}. This version has no page for
              that role, and the role opens nothing else.
            </p>
          </div>`,
        }),
      };
    },
  });
}
