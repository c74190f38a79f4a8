import type { FastifyReply } from 'fastify';
import type { VisitorSecrets } from '#domain/intake/index.ts';
import { FORM_TOKEN_FIELD, formToken } from '#web/guards/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import {
  type FooterLink,
  type FormProblem,
  html,
  type Html,
  NOTHING,
  publicPage,
  type PublicPage,
  renderHtml,
} from '#web/ui/index.ts';
import { languageOf, otherLanguages } from './language/language-of.ts';
import { FOOTER_WORDS } from './footer-words.ts';
import type { NoticeBoard } from './notice-board.ts';

/** At the foot of every page, error pages too. */
export function footerLinks(language: Language): readonly FooterLink[] {
  const words = FOOTER_WORDS.in(language);
  return [
    { href: '/return', text: words.comeBack },
    { href: '/helplines', text: words.helplines },
    { href: '/privacy', text: words.privacy },
    { href: '/cookies', text: words.cookies },
    { href: '/complaints', text: words.complaints },
    { href: '/accessibility', text: words.accessibility },
    { href: '/kept-safe', text: words.keptSafe },
  ];
}

/** What a page is made of, apart from what all pages share. */
export type PageDetails = Omit<
  PublicPage,
  'force' | 'footerLinks' | 'exit' | 'language' | 'languages' | 'isDraft'
>;

/** Sends a page. With problems it is 422, so that a script or a test can tell; the person sees the error summary. */
export function sendPage(reply: FastifyReply, board: NoticeBoard, page: PageDetails): FastifyReply {
  if (page.problems !== undefined && page.problems.length > 0) reply.code(422);
  const { request } = reply;
  const language = languageOf(request);
  const whole = publicPage({
    ...page,
    force: board.force,
    exit: true,
    footerLinks: footerLinks(language),
    language,
    ...otherLanguages(request, page.backLink),
  });
  return reply.type('text/html; charset=utf-8').send(renderHtml(whole));
}

/** A form that posts to a page of ours, with the token of its visitor first. */
export function pageForm(
  { action, secrets, from }: { action: string; secrets: VisitorSecrets | null; from?: string },
  body: Html,
): Html {
  return html`<form method="post" action="${action}" novalidate>
    ${tokenField(secrets)} ${from ? html`<input type="hidden" name="from" value="${from}" />` : NOTHING}
    ${body}
  </form>`;
}

/** The hidden field with the token; nothing for somebody who has no key yet. */
export function tokenField(secrets: VisitorSecrets | null): Html {
  if (secrets === null) return NOTHING;
  return html`<input type="hidden" name="${FORM_TOKEN_FIELD}" value="${formToken(secrets.formKey)}" />`;
}

/** A heading and plain paragraphs. */
export function textBody(heading: string, paragraphs: readonly (string | Html)[]): Html {
  return html`<h1 class="govuk-heading-l">${heading}</h1>
    ${paragraphs.map(paragraph => html`<p class="govuk-body">${paragraph}</p> `)}`;
}

/** Problems without the false ones, so that a form can list its checks. */
export function problemsOf(...found: readonly (FormProblem | false)[]): readonly FormProblem[] {
  return found.filter(problem => problem !== false);
}
