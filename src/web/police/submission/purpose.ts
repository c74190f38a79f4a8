import type { FastifyRequest } from 'fastify';
import { isStateablePurpose } from '#domain/accounts/index.ts';
import type { DeskSubmission } from '#domain/desk/index.ts';
import { policeRoute } from '../police-route.ts';
import type { Found, PoliceWall } from '../police-route.ts';
import { field } from '../visit.ts';

/** Where the form may lead back to: pages of the desk, without a query. */
const BACK = /^\/(?:submissions|conversations)\/[A-Za-z0-9-]{1,40}(?:\/messages\/\d{1,9})?$/;

/** States why an officer looks at one submission; it counts from then on, in this session. */
export function purposeRoute(
  wall: PoliceWall,
  thing: (request: FastifyRequest) => Promise<Found<DeskSubmission>>,
): void {
  policeRoute(wall, {
    method: 'POST',
    path: '/submissions/:reference/purpose',
    action: 'state-purpose',
    thing,
    detail: request => field(request, 'purpose').slice(0, 40),
    async handler({ request, parts, session, value, now }) {
      const purpose = field(request, 'purpose');
      const back = field(request, 'back');
      // The list is closed and ours: anything else did not come from the form, and changes nothing.
      if (isStateablePurpose(purpose))
        await parts.audit.statePurpose(session.tokenHash, value.reference, purpose, now);
      return { redirect: BACK.test(back) ? back : `/submissions/${value.reference}` };
    },
  });
}
