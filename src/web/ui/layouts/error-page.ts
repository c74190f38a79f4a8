import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { ForceOnPage } from './document.ts';
import { policePage } from './police-page.ts';
import { publicPage } from './public-page.ts';
import type { FooterLink } from './public-page.ts';
import type { OfficerOnPage } from './top-bar.ts';

/** A page for when something went wrong: what happened, what is safe, what to do. */
export interface ErrorPage {
  readonly audience: 'public' | 'police';
  readonly force: ForceOnPage;
  /** What happened, as a heading: "Sorry, something went wrong". */
  readonly title: string;
  /** What is safe and what to do, as paragraphs. */
  readonly body: Html;
  /** The number that the log line of the same event carries. */
  readonly reference?: string | undefined;
  /** Where to go from here, when going back may not help. */
  readonly home?: FooterLink | undefined;
  readonly footerLinks?: readonly FooterLink[] | undefined;
  /** The officer, who stays signed in, on a police page. */
  readonly officer?: OfficerOnPage | undefined;
}

/** A whole error page, which says what to do; a public one keeps 999 and the way out. */
export function errorPage(page: ErrorPage): Html {
  const { audience, force, title, body, reference, home, footerLinks, officer } = page;
  const content = {
    title,
    force,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      ${body}
      ${home && html`<p class="govuk-body"><a class="govuk-link" href="${home.href}">${home.text}</a></p>`}
      ${reference && html`<p class="govuk-body">If you contact us about this, give the number <code class="ho-code">${reference}</code>.</p>`}`,
  };
  return audience === 'public'
    ? publicPage({ ...content, exit: true, footerLinks })
    : policePage({ ...content, officer });
}
