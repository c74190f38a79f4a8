import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import {
  answerOnlyAt,
  failurePages,
  keepPace,
  rateLimits,
  strictHeaders,
  timeLimits,
  trustProxies,
} from '#web/guards/index.ts';
import { assetRoutes } from '#web/ui/index.ts';
import { chatsRoute } from './chats/route.ts';
import { bundleRoutes } from './bundle/download.ts';
import { contactRoutes } from './contact/route.ts';
import { conversationRoutes } from './conversation/conversation.ts';
import { readingAnswerRoutes } from './reading-answers/route.ts';
import { dangerRoutes } from './danger/danger.ts';
import { homeRoute } from './home.ts';
import { logRoutes } from './log/log.ts';
import type { PoliceParts } from './parts.ts';
import type { PoliceWall, RegisteredRoute } from './police-route.ts';
import { queueRoutes } from './queue/queue.ts';
import { auditRoutes } from './oversight/audit.ts';
import { recordCheckRoute } from './oversight/record-check.ts';
import { signInRoutes, signOutRoute } from './sign-in/sign-in.ts';
import { itemReadingsRoute } from './item-readings/route.ts';
import { translationRoutes } from './translations/route.ts';
import { whoReadRoutes } from './who-read/route.ts';
import { submissionRoutes } from './submission/submission.ts';

/** Forms of the desk are short; nothing is uploaded here. */
const LARGEST_FORM_BYTES = 65_536;
const LONGEST_REQUEST_MS = 60_000;
const PACE = { windowMs: 15_000, leastBytes: 1024 };

/** Addresses that need no session: they show nothing of anybody. */
export const OPEN_ROUTES: readonly string[] = [
  'GET /health',
  'GET /assets/:file',
  'GET /sign-in',
  'POST /sign-in',
];

/** The police side. Nothing is loaded after this returns and `ready()` resolves. The caller listens and closes. */
export function createPoliceApp(parts: PoliceParts): FastifyInstance {
  return createPoliceWall(parts).app;
}

/** The app with the list of routes behind the wall, for the test that walks them all. */
export function createPoliceWall(parts: PoliceParts): PoliceWall {
  const app = Fastify({
    ...timeLimits(LONGEST_REQUEST_MS),
    bodyLimit: LARGEST_FORM_BYTES,
    exposeHeadRoutes: false,
    ...trustProxies(parts.settings.trustedProxies),
    routerOptions: { maxParamLength: 100 },
  });
  const routes: RegisteredRoute[] = [];
  guard(app, parts);
  void app.register(async inside => {
    inside.get('/health', () => ({ ok: true }));
    assetRoutes(inside);
    signInRoutes(inside, parts);
    behindTheWall({ app: inside, parts, routes });
  });
  return { app, parts, routes };
}

function guard(app: FastifyInstance, { settings, log, random }: PoliceParts): void {
  const { origin, forceName, demo } = settings;
  strictHeaders(app, origin);
  answerOnlyAt(app, origin);
  failurePages(app, {
    audience: 'police',
    force: () => ({ name: forceName, demonstration: demo }),
    home: { href: '/', text: 'Go to your first page' },
    log,
    random,
  });
  rateLimits(app, random(32));
  keepPace(app, PACE);
  void app.register(cookie);
  void app.register(formbody, { bodyLimit: LARGEST_FORM_BYTES });
}

function behindTheWall(wall: PoliceWall): void {
  homeRoute(wall);
  signOutRoute(wall);
  queueRoutes(wall);
  dangerRoutes(wall);
  submissionRoutes(wall);
  contactRoutes(wall);
  conversationRoutes(wall);
  chatsRoute(wall);
  readingAnswerRoutes(wall);
  itemReadingsRoute(wall);
  whoReadRoutes(wall);
  translationRoutes(wall);
  bundleRoutes(wall);
  recordCheckRoute(wall);
  auditRoutes(wall);
  logRoutes(wall);
}
