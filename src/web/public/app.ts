import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  answerOnlyAt,
  failurePages,
  HeldBodies,
  holdForms,
  keepPace,
  rateLimits,
  strictHeaders,
  timeLimits,
  trustProxies,
} from '#web/guards/index.ts';
import { partnerApi } from '#web/machine/partner-api/index.ts';
import { publicMachineRoutes } from '#web/machine/public-routes.ts';
import { assetRoutes } from '#web/ui/index.ts';
import { topicRoutes } from './asking/topic-pages.ts';
import { chatRoutes } from './chat/route.ts';
import { checkingRoutes } from './checking/route.ts';
import { scriptRoutes } from './browser-scripts.ts';
import { checkRoutes } from './check/route.ts';
import { childRoutes } from './child/route.ts';
import { contactRoutes } from './contact/route.ts';
import { courtRoutes } from './court/route.ts';
import { markOfMany } from './danger/many.ts';
import { dangerRoutes } from './danger/route.ts';
import { demoStartRoutes } from './demo-start/route.ts';
import { informationRoutes } from './information/route.ts';
import { noteLanguages } from './language/language-of.ts';
import { keepThePhoneRoutes } from './keep-the-phone/route.ts';
import { languageRoutes } from './language/route.ts';
import { leaveRoutes } from './leave/route.ts';
import { namedRoutes } from './named/route.ts';
import { NoticeBoard } from './notice-board.ts';
import { footerLinks } from './page.ts';
import type { PublicParts } from './parts.ts';
import type { Pages } from './question.ts';
import { receiptRoutes } from './receipt/route.ts';
import { refusalsRoutes } from './refusals/route.ts';
import { returnRoutes } from './return/route.ts';
import { startRoutes } from './start/route.ts';
import { tasksRoutes } from './tasks/route.ts';
import { whoRoutes } from './who/route.ts';

/** An upload of 64 MiB over 400 kbit/s takes 23 minutes. */
const LONGEST_REQUEST_MS = 30 * 60_000;

/** A form with 50,000 characters of story, three bytes each, three characters a byte in the encoding of forms. */
const FORM_BODY_BYTES = 512 * 1024;

const PAGES = [
  startRoutes,
  dangerRoutes,
  whoRoutes,
  contactRoutes,
  courtRoutes,
  refusalsRoutes,
  childRoutes,
  namedRoutes,
  topicRoutes,
  keepThePhoneRoutes,
  tasksRoutes,
  chatRoutes,
  checkRoutes,
  receiptRoutes,
  returnRoutes,
  leaveRoutes,
  languageRoutes,
  informationRoutes,
  checkingRoutes,
  demoStartRoutes,
];

/**
 * The public listener, ready to `listen` or `inject`. It reaches storage through `parts.door` only. Everything it will
 * ever load is loaded when this module is: the process may lose the right to read files at any time after.
 */
export function createPublicApp(parts: PublicParts): FastifyInstance {
  const app = Fastify({
    ...timeLimits(LONGEST_REQUEST_MS),
    ...trustProxies(parts.settings.trustedProxies),
    bodyLimit: FORM_BODY_BYTES,
    // What a schema does not allow is refused, never dropped or made to fit.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  noteRoutes(app);
  const board = new NoticeBoard(parts.door, parts.clock);
  const { origin } = parts.settings;
  strictHeaders(app, origin);
  answerOnlyAt(app, origin);
  failurePages(app, {
    audience: 'public',
    force: () => board.force,
    home: { href: '/', text: 'Go to the start page' },
    footerLinks: footerLinks('en'),
    log: parts.log,
    random: parts.random,
  });
  rateLimits(app, parts.random(32));
  holdForms(app, formsOrDangers(parts.settings.held));
  keepPace(app, parts.settings.pace);
  void app.register(cookie);
  const uploads = new HeldBodies(parts.settings.held.uploads);
  void app.register(partnerApi({ ...parts, bodies: uploads }), { prefix: '/api/v1' });
  void app.register(formbody, { bodyLimit: FORM_BODY_BYTES });
  void app.register(async inside =>
    registerPages({
      app: inside,
      parts,
      board,
      markOfMany: markOfMany({ app: inside, parts }),
      bodies: uploads,
    }),
  );
  return app;
}

/** Where a form brings a danger to the desk. */
const DANGER_FORMS: ReadonlySet<string> = new Set(['/', '/danger']);

/** A danger is held with the other forms, and in a reserve of its own when those leave no room. */
function formsOrDangers(held: PublicParts['settings']['held']): (request: FastifyRequest) => HeldBodies {
  const forms = new HeldBodies(held.forms);
  const dangers = new HeldBodies(held.dangers, forms);
  return ({ routeOptions: { url = '' } }) => (DANGER_FORMS.has(url) ? dangers : forms);
}

/** One registered address and method. */
export type PublicRoute = { readonly method: string; readonly url: string };

const routesOfApp = new WeakMap<FastifyInstance, PublicRoute[]>();

/** Every route of a listener that `createPublicApp` made, once it is ready: what a test walks so that none is forgotten. */
export function publicRoutes(app: FastifyInstance): readonly PublicRoute[] {
  return routesOfApp.get(app) ?? [];
}

function noteRoutes(app: FastifyInstance): void {
  const routes: PublicRoute[] = [];
  routesOfApp.set(app, routes);
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url });
  });
}

async function registerPages(pages: Pages): Promise<void> {
  const { app, parts, board } = pages;
  app.addHook('onRequest', () => board.refresh());
  noteLanguages(app, parts.settings.languages, board);
  // Uploads are read as they come by the route itself, never by a parser that would keep them.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  for (const register of PAGES) register(pages);
  publicMachineRoutes(app, parts.door);
  assetRoutes(app);
  scriptRoutes(app);
}

export type { PublicParts, PublicSettings } from './parts.ts';
export { PUBLIC_LIMITS } from './parts.ts';
