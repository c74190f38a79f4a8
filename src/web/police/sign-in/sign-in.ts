import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import { provenanceOf } from '#web/guards/index.ts';
import { renderHtml } from '#web/ui/index.ts';
import type { PoliceParts } from '../parts.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { beginSession, endSession, sessionOf } from '../session-cookie.ts';
import { field, parameter } from '../visit.ts';
import { signInPage } from './sign-in-page.ts';

const SIGN_INS_A_MINUTE = 20;
const LIMIT = { config: { rateLimit: { max: SIGN_INS_A_MINUTE, timeWindow: 60_000 } } };

/** Signing in, the one thing done without a session; it is among the declared exceptions to the wall. */
export function signInRoutes(app: FastifyInstance, parts: PoliceParts): void {
  app.get('/sign-in', async (request, reply) => showSignIn({ request, reply, parts }));
  app.post('/sign-in', LIMIT, async (request, reply) => signIn({ request, reply, parts }));
}

/** Signing out, behind the wall like everything else. */
export function signOutRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'POST',
    path: '/sign-out',
    action: 'sign-out',
    thing: () => ({ thing: { kind: 'service', id: 'session' }, value: true }),
    async handler({ session, reply, parts }) {
      await endSession(session, reply, parts);
      return { redirect: '/sign-in' };
    },
  });
}

type Arrival = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly parts: PoliceParts;
};

async function showSignIn({ request, reply, parts }: Arrival, isRefused = false): Promise<FastifyReply> {
  const { settings, accounts } = parts;
  const officers = settings.demo ? await accounts.demoOfficers() : [];
  const next = placeAfter(isRefused ? field(request, 'next') : parameter(request, 'next'));
  return reply
    .code(isRefused ? 403 : 200)
    .type('text/html; charset=utf-8')
    .send(renderHtml(signInPage({ settings, officers, next, isRefused })));
}

async function signIn(arrival: Arrival): Promise<FastifyReply> {
  const { request, reply, parts } = arrival;
  // There is no session yet, so no form token: another site may not sign somebody in as an officer of its choice.
  if (provenanceOf(request.headers, parts.settings.origin()) === 'foreign') {
    throw new HandoverError('forbidden', 'the form was not ours');
  }
  const earlier = await sessionOf(request, parts);
  const opened = parts.settings.demo && (await beginSession(field(request, 'officer'), reply, parts));
  if (!opened) return showSignIn(arrival, true);
  if (earlier !== null) await parts.accounts.endSession(earlier.tokenHash, parts.clock());
  return reply.redirect(placeAfter(field(request, 'next')) ?? '/', 303);
}

/** An address inside this side only: one slash, then no second one and no backslash, which browsers read as one. */
function placeAfter(text: string): string | null {
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(text) && !text.startsWith('/sign-') ? text : null;
}
