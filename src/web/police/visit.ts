import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '#domain/accounts/index.ts';
import type { Action, Ranges } from '#domain/accounts/index.ts';
import type { Act, BundleFile, ServiceTrouble } from '#domain/desk/index.ts';
import { FORM_TOKEN_FIELD, formToken } from '#web/guards/index.ts';
import { html, policePage } from '#web/ui/index.ts';
import type { Html, PolicePage, PoliceSection } from '#web/ui/index.ts';
import { DESK_STYLES } from './desk-styles.ts';
import { officerOnPage } from './officer-on-page.ts';
import type { PoliceParts } from './parts.ts';
import { purposeLine } from './purpose-line.ts';
import type { Recorded } from './recording.ts';
import { serviceBanner } from './service-banner.ts';
import type { Session } from './session-cookie.ts';

/** What a handler answers: a page, a place to go next, or a file to download. */
export type Answer =
  | { readonly page: Html; readonly status?: number }
  | { readonly redirect: string }
  | { readonly file: BundleFile }
  | { readonly raw: RawAnswer };

/** An answer that is no page. Without `keepSeconds` nobody keeps it; `saveAs` is a plain file name. */
export type RawAnswer = {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly saveAs?: string;
  readonly keepSeconds?: number | 'for-good';
};

/** One request of an officer who may make it, with the thing it is about. */
export type Visit<Value> = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly parts: PoliceParts;
  readonly session: Session;
  readonly now: Date;
  /** What stands in the audit row of this request. */
  readonly recorded: Recorded;
  /** Puts more that is shown on record. Await it before the answer: when it rejects, nothing may be shown. */
  readonly seen: (ranges: Ranges) => Promise<void>;
  /** Processes of the service that do not serve. */
  readonly troubles: readonly ServiceTrouble[];
  readonly value: Value;
};

/** One request of a log reader. */
export type ReaderVisit<Value> = Pick<Visit<Value>, 'request' | 'reply' | 'parts' | 'value'>;

type AnyVisit = Omit<Visit<unknown>, 'value'>;

/** What a page of the police side says beyond what all of them share. */
export type PageParts = Omit<PolicePage, 'force' | 'officer' | 'signOut' | 'sections'>;

/** A whole page for the officer of this visit. */
export function pageFor(visit: AnyVisit, page: PageParts): Html {
  const { settings } = visit.parts;
  return policePage({
    ...page,
    body: html`<link
        rel="stylesheet"
        href="${DESK_STYLES}"
      />${serviceBanner(visit.troubles, visit.session.officer)}${page.body} ${purposeLine(visit)}`,
    force: { name: settings.forceName, demonstration: settings.demo },
    officer: officerOnPage(visit.session.officer),
    sections: sectionsFor(visit),
    signOut: html`<form action="/sign-out" method="post">
      ${tokenField(visit)}<button type="submit">Sign out</button>
    </form>`,
  });
}

const FORM_ID_FIELD = 'form_id';

/** The hidden fields that every form begins with: that it is ours, and which showing of it was sent. */
export function tokenField({ session }: Pick<AnyVisit, 'session'>): Html {
  const form = randomBytes(12).toString('base64url');
  return html`<input type="hidden" name="${FORM_TOKEN_FIELD}" value="${formToken(session.formKey)}" /><input
      type="hidden"
      name="${FORM_ID_FIELD}"
      value="${form}"
    />`;
}

/** Who acts now, and by which form: the same form sent twice is one act. */
export function actOf({ session, now, request }: Pick<AnyVisit, 'session' | 'now' | 'request'>): Act {
  const form = field(request, FORM_ID_FIELD);
  return { officerId: session.officer.id, at: now, ...(form === '' ? {} : { form: form.slice(0, 100) }) };
}

const SECTIONS: readonly (PoliceSection & { readonly action: Action })[] = [
  { id: 'queue', text: 'Queue', href: '/queue', action: 'see-queue' },
  { id: 'mine', text: 'Mine', href: '/mine', action: 'see-own-list' },
  { id: 'audit', text: 'Audit', href: '/audit', action: 'see-audit' },
  { id: 'record-check', text: 'Record check', href: '/record-check', action: 'see-record-check' },
];

/** The sections this officer may open: nobody is shown a door that is shut to them. */
function sectionsFor({ session }: AnyVisit): PoliceSection[] {
  return SECTIONS.filter(
    ({ action, id }) => may(session.officer, action, { kind: 'service', id }).allowed,
  ).map(({ id, text, href }) => ({ id, text, href }));
}

/** Neither the database nor an event can hold U+0000 or half a character; nobody types them. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** One field of a posted form as text; empty when it is not there or is there twice. */
export function field(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value: unknown = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? storable(value).trim() : '';
}

/** One parameter of the address, from its path or its query; empty when it is not there or is there twice. */
export function parameter(request: FastifyRequest, name: string): string {
  for (const from of [request.params, request.query]) {
    if (typeof from !== 'object' || from === null || !Object.hasOwn(from, name)) continue;
    const value: unknown = (from as Record<string, unknown>)[name];
    if (typeof value === 'string') return storable(value);
  }
  return '';
}

/** A whole number of the address, 0 to 999,999,999; null for anything else. */
export function numberParameter(request: FastifyRequest, name: string): number | null {
  const text = parameter(request, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
