import { HandoverError } from '#domain/error.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { parameter } from '../visit.ts';

/** A finished bundle leaves as a stream; who took it is on record before its first byte. */
export function bundleRoutes(wall: PoliceWall): void {
  const { desk, bundles } = wall.parts;
  policeRoute(wall, {
    method: 'GET',
    path: '/bundles/:id/download',
    action: 'download-bundle',
    async thing(request) {
      const id = parameter(request, 'id');
      const value = await desk.submissions.bundle(id);
      return value === null
        ? { thing: { kind: 'bundle', id, missing: true }, value }
        : { thing: { kind: 'bundle', id, holder: value.holder }, value, submission: value.reference };
    },
    async handler({ value }) {
      const file = value.state === 'ready' ? await bundles.open(value.id) : null;
      if (file === null) throw new HandoverError('not-found', 'the bundle is not ready, or its file is gone');
      return { file };
    },
  });
}
