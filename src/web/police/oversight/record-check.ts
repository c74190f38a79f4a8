import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { recordCheckPage } from './record-check-page.ts';

/** How the nightly check of the whole record goes and went. It names things by id and reference, never what they hold. */
export function recordCheckRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/record-check',
    action: 'see-record-check',
    thing: () => ({ thing: { kind: 'record-check', id: 'all' }, value: true as const }),
    async handler(visit) {
      const { scrubs } = visit.parts;
      const [newest, last, starts] = await Promise.all([
        scrubs.newest(),
        scrubs.lastFinished(),
        scrubs.startsWithoutHead(),
      ]);
      return { page: recordCheckPage(visit, { newest, last, starts }) };
    },
  });
}
