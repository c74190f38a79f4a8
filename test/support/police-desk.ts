import { randomBytes } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { KyselyConfig } from 'kysely';
import { Kysely, PostgresDialect } from 'kysely';
import { createPostgresDesk } from '#adapters/postgres/desk/index.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import type { BundleFile } from '#domain/desk/index.ts';
import { createPoliceWall } from '#web/police/app.ts';
import type { PoliceParts } from '#web/police/parts.ts';
import type { RegisteredRoute } from '#web/police/police-route.ts';
import { createTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';
import { DeskSeed } from './desk-seed.ts';
import { forgottenSealer } from './event-sealer.ts';

const ORIGIN = 'http://police.localhost:7402';

/** The police side over the real database as its own role, with a clock the test moves and a count of queries. */
export type PoliceDesk = {
  readonly app: FastifyInstance;
  readonly routes: readonly RegisteredRoute[];
  readonly parts: PoliceParts;
  readonly database: TestDatabase;
  readonly seed: DeskSeed;
  readonly clock: { now: Date };
  readonly queries: string[];
  readonly bundleFiles: Map<string, BundleFile>;
  readonly signIn: (officerId: string) => Promise<Officer>;
};

/** A signed-in officer's browser, as far as pages need one. */
export type Officer = {
  readonly cookie: string;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  /** Posts a form with the token of a page of this session. */
  readonly post: (url: string, fields?: Record<string, string>) => Promise<LightMyRequestResponse>;
};

/** Listens nowhere: requests are injected. `change` replaces parts, for example with one that fails. */
export async function createPoliceDesk(
  change: (parts: PoliceParts) => PoliceParts = parts => parts,
  options: { readonly origin?: () => string; readonly trustedProxies?: readonly string[] } = {},
): Promise<PoliceDesk> {
  return policeDeskOver(await createTestDatabase(), change, options);
}

/** The same over a database that somebody else filled; only the officers are put there. */
export async function policeDeskOver(
  database: TestDatabase,
  change: (parts: PoliceParts) => PoliceParts = parts => parts,
  options: { readonly origin?: () => string; readonly trustedProxies?: readonly string[] } = {},
): Promise<PoliceDesk> {
  const seed = new DeskSeed(database);
  await seed.officers();
  const queries: string[] = [];
  const clock = { now: new Date() };
  const bundleFiles = new Map<string, BundleFile>();
  const log: NonNullable<KyselyConfig['log']> = event => void queries.push(event.query.sql);
  const tables = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: database.pool('handover_police') }),
    log,
  });
  const parts = change({
    ...createPostgresDesk(tables, forgottenSealer),
    bundles: { open: id => Promise.resolve(bundleFiles.get(id) ?? null) },
    logFiles: {
      checkpoint: () => Promise.resolve(null),
      readTile: () => Promise.resolve(null),
    },
    settings: {
      forceName: 'Northshire Police',
      demo: true,
      origin: options.origin ?? (() => ORIGIN),
      trustedProxies: options.trustedProxies ?? [],
    },
    clock: () => clock.now,
    random: sizeBytes => randomBytes(sizeBytes),
    log: () => undefined,
  });
  const { app, routes } = createPoliceWall(parts);
  await app.ready();
  const signIn = (officerId: string) => signedIn(app, officerId);
  return { app, routes, parts, database, seed, clock, queries, bundleFiles, signIn };
}

/** The headers a browser sends from a page of the police side. */
export const FROM_PAGE = { host: 'police.localhost:7402', 'sec-fetch-site': 'same-origin' } as const;

let addresses = 0;

async function signedIn(app: FastifyInstance, officerId: string): Promise<Officer> {
  addresses += 1;
  const reply = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { ...FROM_PAGE, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ officer: officerId }).toString(),
    // Each from an address of its own, so that the limit on signing in counts them apart.
    remoteAddress: `10.0.${addresses >> 8}.${addresses & 255}`,
  });
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
  const get = (url: string) => app.inject({ url, headers: { ...FROM_PAGE, cookie } });
  const post = async (url: string, fields: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...FROM_PAGE, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ form_token: await tokenOf(get), ...fields }).toString(),
    });
  return { cookie, get, post };
}

/** The form token of a session, from the sign-out form that stands on every page. */
async function tokenOf(get: Officer['get']): Promise<string> {
  const page = await get('/audit');
  return /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
}
