import { backLink as govukBackLink, exitThisPage, skipLink } from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { demoBanner, documentOf, problemSummary, wordmark } from './document.ts';
import type { PageContent } from './document.ts';

/** Where "Exit this page" goes: an everyday page that loads fast and says nothing about where the person was. */
export const EXIT_ADDRESS = 'https://www.bbc.co.uk/weather';

/** A link in the footer. */
export interface FooterLink {
  readonly href: string;
  readonly text: string;
}

/** A page for a person handing in. */
export interface PublicPage extends PageContent {
  /** Address of the page before. */
  readonly backLink?: string | undefined;
  /** Whether "Exit this page" is offered; only a page that shows nothing about abuse may say no. */
  readonly exit: boolean;
  /**
   * What stands above the title: `ask` on the start page, `now` after a "yes" to danger, `strip` (the default) on every
   * other page.
   */
  readonly danger?: 'ask' | 'now' | 'strip' | undefined;
  /** A column beside the body (below it on a phone). */
  readonly aside?: Html | undefined;
  /** A band across the page, below body and aside. */
  readonly below?: Html | undefined;
  readonly footerLinks?: readonly FooterLink[] | undefined;
  /** True when the body may be as wide as the page, not only as wide as a line reads well. */
  readonly wide?: boolean | undefined;
}

/** A whole page for a person handing in: 999 above the title, a way out, and people to talk to at its foot. */
export function publicPage(page: PublicPage): Html {
  return documentOf({
    content: page,
    styles: 'public.css',
    bodyClass: 'ho-public',
    inside: html`${skipLink({ text: 'Skip to main content', href: '#main-content' })}
      <header class="ho-header">
        ${page.exit && EXIT_SKIP_LINK} ${page.force.demonstration && demoBanner()}
        <div class="ho-header__inside">
          ${wordmark('/', 'start page')}<span class="ho-force">${page.force.name}</span>
        </div>
      </header>
      ${leaving(page)} ${DANGER[page.danger ?? 'strip']()}
      <div class="ho-page${page.aside ? ' ho-page--aside' : ''}">
        <main class="ho-main${page.wide ? ' ho-main--wide' : ''}" id="main-content">
          ${problemSummary(page.problems)}${page.body}
        </main>
        ${page.aside && html`<aside class="ho-aside" aria-label="Help and information">${page.aside}</aside>`}
      </div>
      ${page.below && html`<section class="ho-below" aria-label="More about this page"><div class="ho-below__inside">${page.below}</div></section>`}
      ${footer(page)}`,
  });
}

/** The way out for a keyboard or a screen reader: second of all things, seen when it has the focus. */
const EXIT_SKIP_LINK = html`<a
  href="${EXIT_ADDRESS}"
  class="govuk-skip-link govuk-js-exit-this-page-skiplink"
  rel="nofollow noreferrer"
  data-module="govuk-skip-link"
  >Exit this page</a
>`;

function leaving({ backLink, exit }: PublicPage): Html | undefined {
  if (backLink === undefined && !exit) return undefined;
  return html`<div
    role="region"
    aria-label="Leave this page"
    class="ho-leave${backLink === undefined && ' ho-leave--alone'}"
  >
    <div class="ho-leave__inside">
      ${backLink !== undefined && govukBackLink({ text: 'Back', href: backLink })}
      ${exit && exitThisPage({ html: EXIT_WORDS, redirectUrl: EXIT_ADDRESS })}
    </div>
  </div>`;
}

const EXIT_WORDS = html`<svg
    class="ho-exit-icon"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M7 2H2v12h5M6 8h9M11 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
  <span class="govuk-visually-hidden">Emergency</span> Exit this page`;

const DANGER = {
  ask: () =>
    dangerBlock(
      'Is a child in danger now?',
      'Call 999 first. If you cannot speak, call from a mobile and, when asked, press 55.',
    ),
  now: () =>
    dangerBlock(
      'Call 999 now',
      'Say who is in danger. If you cannot speak, call from a mobile and, when asked, press 55.',
    ),
  strip: () =>
    html`<div class="ho-danger-strip" role="region" aria-label="Emergency">
      <p>
        <strong>Is anyone in danger now?</strong> ${call999('ho-danger-strip__call')} first. If you cannot
        speak, call from a mobile and, when asked, press 55.
      </p>
    </div>`,
};

function dangerBlock(heading: string, words: string): Html {
  return html`<div class="ho-danger" role="region" aria-label="Emergency">
    <div class="ho-danger__inside">
      <div>
        <p class="ho-danger__heading">${heading}</p>
        <p>${words}</p>
      </div>
      ${call999('ho-danger__call')}
    </div>
  </div>`;
}

/** A link that dials on a phone; large text where there is nothing to dial with. */
function call999(className: string): Html {
  return html`<a class="${className} ho-call" href="tel:999">Call 999</a
    ><strong class="${className} ho-call-text">Call 999</strong>`;
}

function footer({ footerLinks = [], exit }: PublicPage): Html {
  return html`<footer class="ho-footer">
    <div class="ho-footer__inside">
      <h2 class="ho-footer__heading">Talk to someone</h2>
      <ul class="ho-helplines">
        <li>Childline, if you are under 19 <a class="ho-helpline" href="tel:08001111">0800 1111</a></li>
        <li>Samaritans, for anyone <a class="ho-helpline" href="tel:116123">116 123</a></li>
      </ul>
      <p>Free, at any time, day or night.</p>
      ${
        footerLinks.length > 0 &&
        html`<ul class="ho-footer__links">
          ${footerLinks.map(link => html`<li><a href="${link.href}">${link.text}</a></li>`)}
        </ul>`
      }
      ${exit && html`<p class="ho-footer__note">No cookies that follow you. No account.</p>`}
    </div>
  </footer>`;
}
