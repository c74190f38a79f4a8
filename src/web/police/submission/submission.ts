import type { FastifyRequest } from 'fastify';
import { may } from '#domain/accounts/index.ts';
import { isStage } from '#domain/desk/index.ts';
import type { ActOutcome, DeskItem, DeskSubmission, RecordedEvent } from '#domain/desk/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { PoliceParts } from '../parts.ts';
import { policeRoute } from '../police-route.ts';
import type { Found, PoliceWall } from '../police-route.ts';
import { actOf, field, parameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import type { ShownItem } from './items.ts';
import { lookAgain } from './look-again.ts';
import { purposeRoute } from './purpose.ts';
import { ACT_NOTICES, submissionPage } from './submission-page.ts';
import type { SubmissionVisit } from './submission-page.ts';

/** A submission: its page, and the acts that change it. */
export function submissionRoutes(wall: PoliceWall): void {
  const thing = (request: FastifyRequest) => findSubmission(request, wall.parts);
  const path = '/submissions/:reference';
  policeRoute(wall, { method: 'GET', path, action: 'see-submission', thing, handler: visit => show(visit) });
  policeRoute(wall, {
    method: 'POST',
    path: `${path}/stage`,
    action: 'move-stage',
    thing,
    handler: moveStage,
  });
  policeRoute(wall, {
    method: 'POST',
    path: `${path}/allocate`,
    action: 'allocate',
    thing,
    handler: allocate,
  });
  policeRoute(wall, {
    method: 'POST',
    path: `${path}/bundles`,
    action: 'ask-bundle',
    thing,
    handler: askBundle,
  });
  purposeRoute(wall, thing);
}

/** The submission that an address names. */
export async function findSubmission(
  request: FastifyRequest,
  { desk }: PoliceParts,
): Promise<Found<DeskSubmission>> {
  const id = parameter(request, 'reference');
  const value = await desk.submissions.find(id);
  return value === null
    ? { thing: { kind: 'submission', id, missing: true }, value }
    : { thing: { kind: 'submission', id, holder: value.holder?.id ?? null }, value };
}

async function show(
  visit: SubmissionVisit,
  refused: keyof typeof ACT_NOTICES | null = null,
): Promise<Answer> {
  const { submissions } = visit.parts.desk;
  const value =
    refused === null ? visit.value : ((await submissions.find(visit.value.reference)) ?? visit.value);
  const [items, events, bundles, danger, officers, engagement] = await Promise.all([
    submissions.items(value.id),
    submissions.events(value.id),
    submissions.bundles(value.id),
    submissions.dangerOf(value.id),
    submissions.allocatable(),
    submissions.engagement(value.id),
  ]);
  const additions = new Map(engagement.additions.map(addition => [addition.item, addition]));
  const shown = await Promise.all(
    items.map(async item => ({
      ...(await shownItem({ ...visit, value }, item, events)),
      addition: additions.get(item.id) ?? null,
    })),
  );
  const page = submissionPage(
    { ...visit, value },
    {
      items: shown,
      events,
      bundles,
      danger,
      officers,
      engagement,
      names: {
        officers: new Map(officers.map(({ id, title }) => [id, title])),
        items: new Map(items.map(({ id, number, name }) => [id, `item ${number}, ${name.slice(0, 80)}`])),
      },
      notice: refused === null ? null : ACT_NOTICES[refused],
    },
  );
  return { page, status: refused === null ? 200 : 409 };
}

async function shownItem(
  visit: SubmissionVisit,
  item: DeskItem,
  events: readonly RecordedEvent[],
): Promise<Omit<ShownItem, 'addition'>> {
  const { parts, request, value } = visit;
  const reading = item.readings.find(({ state }) => state === 'read');
  const isForm = item.kind !== 'chat' && reading !== undefined;
  return {
    item,
    logIndex: sealOf(item, events)?.logIndex ?? null,
    answers: isForm ? await parts.desk.submissions.answers(reading.id) : [],
    wholeNameAt:
      parameter(request, 'names') === 'whole'
        ? null
        : `/submissions/${value.reference}?names=whole#item-${item.number}`,
    lookAgain: lookAgain(visit, `item-${item.number}`),
  };
}

/** The event that sealed an item. */
function sealOf({ id }: DeskItem, events: readonly RecordedEvent[]): RecordedEvent | undefined {
  return events.find(event => {
    if (event.type !== 'item-sealed') return false;
    const decoded = decodeEvent(event.body);
    return decoded.ok && decoded.event.facts['item'] === id;
  });
}

async function moveStage(visit: SubmissionVisit): Promise<Answer> {
  const { value, request, parts } = visit;
  const [from, to] = [field(request, 'from'), field(request, 'stage')];
  if (!isStage(from) || !isStage(to)) return show(visit, 'changed');
  return answer(visit, await parts.desk.acts.moveStage(value.id, { from, to }, actOf(visit)));
}

async function allocate(visit: SubmissionVisit): Promise<Answer> {
  const { value, request, parts } = visit;
  // The holder may() decided on must be the one the form was made for, and the one the change then finds.
  const from = value.holder?.id ?? null;
  if (field(request, 'from') !== (from ?? '')) return show(visit, 'changed');
  const to = field(request, 'officer') || null;
  const outcome = await parts.desk.acts.allocate(value.id, { from, to }, actOf(visit));
  const thing = { kind: 'submission', id: value.reference, holder: to } as const;
  const isLost = !may(visit.session.officer, 'see-submission', thing).allowed;
  // An intake officer who gives it away may not see it any more: they go on with the queue.
  return outcome.ok && isLost ? { redirect: `/queue#${value.reference}` } : answer(visit, outcome);
}

async function askBundle(visit: SubmissionVisit): Promise<Answer> {
  const { value, parts } = visit;
  if (value.sealedAt === null) return show(visit, 'changed');
  return answer(visit, await parts.desk.acts.askBundle(value.id, actOf(visit)), '#bundles');
}

function answer(visit: SubmissionVisit, outcome: ActOutcome, anchor = '#record'): Answer | Promise<Answer> {
  return outcome.ok
    ? { redirect: `/submissions/${visit.value.reference}${anchor}` }
    : show(visit, outcome.reason);
}
