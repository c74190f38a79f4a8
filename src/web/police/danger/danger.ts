import type { FastifyRequest } from 'fastify';
import type { DangerReport } from '#domain/desk/index.ts';
import type { PoliceParts } from '../parts.ts';
import { policeRoute } from '../police-route.ts';
import type { Found, PoliceWall } from '../police-route.ts';
import { actOf, field, numberParameter, parameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { closingOf } from './close-form.ts';
import { dangerPage } from './danger-page.ts';
import type { DangerVisit, ReportVisit } from './danger-page.ts';

/** Danger reports: read one, take it, close it. */
export function dangerRoutes(wall: PoliceWall): void {
  const thing = (request: FastifyRequest) => findReport(request, wall.parts);
  policeRoute(wall, {
    method: 'GET',
    path: '/danger/:id',
    action: 'see-safety-summary',
    thing,
    handler: async visit => ({ page: dangerPage(await withVersions(visit)) }),
  });
  policeRoute(wall, {
    method: 'POST',
    path: '/danger/:id/take',
    action: 'take-danger',
    thing,
    handler: take,
  });
  policeRoute(wall, {
    method: 'POST',
    path: '/danger/:id/close',
    action: 'close-danger',
    thing,
    handler: close,
  });
  policeRoute(wall, {
    method: 'GET',
    path: '/submissions/:reference/safety',
    action: 'see-safety-summary',
    thing: request => findBySubmission(request, wall.parts),
    handler: async visit => ({ page: dangerPage(await withVersions(visit)) }),
  });
}

async function findReport(request: FastifyRequest, { desk }: PoliceParts): Promise<Found<DangerReport>> {
  const id = parameter(request, 'id');
  const report = await desk.queue.danger(id);
  return report === null
    ? { thing: { kind: 'danger-report', id, missing: true }, value: null }
    : {
        thing: { kind: 'danger-report', id, holder: report.holder?.id ?? null },
        value: report,
        submission: report.reference,
      };
}

async function findBySubmission(
  request: FastifyRequest,
  { desk }: PoliceParts,
): Promise<Found<DangerReport>> {
  const id = parameter(request, 'reference');
  const submission = await desk.submissions.find(id);
  if (submission === null) return { thing: { kind: 'submission', id, missing: true }, value: null };
  return {
    thing: { kind: 'submission', id, holder: submission.holder?.id ?? null },
    value: await desk.submissions.dangerOf(submission.id),
  };
}

/** The visit with what was sent each time; `?before=` leads to versions before the newest two hundred. */
async function withVersions(visit: ReportVisit): Promise<DangerVisit> {
  const before = numberParameter(visit.request, 'before');
  return { ...visit, said: await visit.parts.desk.queue.dangerVersions(visit.value.id, before) };
}

async function take(visit: ReportVisit): Promise<Answer> {
  const { value, parts, request } = visit;
  const outcome = await parts.desk.acts.takeDanger(value.id, field(request, 'version'), actOf(visit));
  return outcome.ok ? { redirect: `/danger/${value.id}` } : overtaken(visit);
}

async function close(visit: ReportVisit): Promise<Answer> {
  const { value, parts, request } = visit;
  const words = {
    how: field(request, 'how'),
    incidentNumber: field(request, 'incidentNumber'),
    reason: field(request, 'reason'),
  };
  const read = closingOf(words);
  if (!read.ok)
    return { status: 422, page: dangerPage(await withVersions(visit), { words, problems: read.problems }) };
  const outcome = await parts.desk.acts.closeDanger(
    value.id,
    field(request, 'version'),
    read.closing,
    actOf(visit),
  );
  return outcome.ok ? { redirect: `/queue#danger` } : overtaken(visit);
}

/** Somebody else was first, or the submitter said more: the report as it is now, and that nothing was done. */
async function overtaken(visit: ReportVisit): Promise<Answer> {
  const now = await visit.parts.desk.queue.danger(visit.value.id);
  const notice =
    'Nothing was done: meanwhile somebody else acted on this report, or the submitter said more. This is how it stands now.';
  return {
    status: 409,
    page: dangerPage(await withVersions({ ...visit, value: now ?? visit.value }), null, notice),
  };
}
