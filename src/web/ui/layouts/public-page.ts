import { backLink as govukBackLink, exitThisPage, skipLink } from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { demoBanner, documentOf, problemSummary, wordmark } from './document.ts';
import type { PageContent } from './document.ts';
import type { Language } from '../language/index.ts';
import { LANGUAGE_NAMES, PUBLIC_WORDS } from './public-words.ts';

/** Where "Exit this page" goes: an everyday page that loads fast and says nothing about where the person was. */
export const EXIT_ADDRESS = 'https://www.bbc.co.uk/weather';

/** A link in the footer. */
export interface FooterLink {
  readonly href: string;
  readonly text: string;
}

/** This page in another language. */
export interface LanguageLink {
  readonly code: Language;
  readonly href: string;
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
  /** The other languages that this page can be read in. */
  readonly languages?: readonly LanguageLink[] | undefined;
  /** True when nobody has reviewed the words of this language. */
  readonly isDraft?: boolean | undefined;
  /** True when the body may be as wide as the page, not only as wide as a line reads well. */
  readonly wide?: boolean | undefined;
}

/** A whole page for a person handing in: 999 above the title, a way out, and people to talk to at its foot. */
export function publicPage(page: PublicPage): Html {
  const language = page.language ?? 'en';
  const words = PUBLIC_WORDS.in(language);
  return documentOf({
    content: page,
    styles: 'public.css',
    bodyClass: 'ho-public',
    inside: html`${skipLink({ text: words.skip, href: '#main-content' })}
      <header class="ho-header">
        ${page.exit && exitSkipLink(words)} ${page.force.demonstration && demoBanner(language)}
        <div class="ho-header__inside">
          ${wordmark('/', words.start)}<span class="ho-force">${page.force.name}</span>
          ${languageLinks(page.languages, words)}
        </div>
      </header>
      ${leaving(page, words)} ${DANGER[page.danger ?? 'strip'](words)} ${draftNote(page, words)}
      <div class="ho-page${page.aside ? ' ho-page--aside' : ''}">
        <main class="ho-main${page.wide ? ' ho-main--wide' : ''}" id="main-content">
          ${problemSummary(page)}${page.body}
        </main>
        ${page.aside && html`<aside class="ho-aside" aria-label="${words.help}">${page.aside}</aside>`}
      </div>
      ${page.below && html`<section class="ho-below" aria-label="${words.more}"><div class="ho-below__inside">${page.below}</div></section>`}
      ${footer(page, words)}`,
  });
}

type PageWords = ReturnType<typeof PUBLIC_WORDS.in>;

/** A link to this page in each other language, in that language. */
function languageLinks(links: readonly LanguageLink[] | undefined, words: PageWords): Html | undefined {
  if (!links || links.length === 0) return undefined;
  return html`<nav class="ho-languages" aria-label="${words.languages}">
    ${links.map(({ code, href }) => html`<a class="govuk-link ho-languages__link" href="${href}" lang="${code}" hreflang="${code}">${LANGUAGE_NAMES[code]}</a>`)}
  </nav>`;
}

function draftNote({ isDraft }: PublicPage, words: PageWords): Html | undefined {
  return isDraft ? html`<p class="ho-draft-note">${words.draft}</p>` : undefined;
}

/** The way out for a keyboard or a screen reader: second of all things, seen when it has the focus. */
function exitSkipLink(words: PageWords): Html {
  return html`<a
    href="${EXIT_ADDRESS}"
    class="govuk-skip-link govuk-js-exit-this-page-skiplink"
    rel="nofollow noreferrer"
    data-module="govuk-skip-link"
    >${words.exit}</a
  >`;
}

function leaving({ backLink, exit }: PublicPage, words: PageWords): Html | undefined {
  if (backLink === undefined && !exit) return undefined;
  return html`<div
    role="region"
    aria-label="${words.leave}"
    class="ho-leave${backLink === undefined && ' ho-leave--alone'}"
  >
    <div class="ho-leave__inside">
      ${backLink !== undefined && govukBackLink({ text: words.back, href: backLink })}
      ${
        exit &&
        exitThisPage({
          html: exitWords(words),
          redirectUrl: EXIT_ADDRESS,
          activatedText: words.exitActivated,
          timedOutText: words.exitTimedOut,
          pressTwoMoreTimesText: words.exitTwoMore,
          pressOneMoreTimeText: words.exitOneMore,
        })
      }
    </div>
  </div>`;
}

function exitWords(words: PageWords): Html {
  return html`<svg
      class="ho-exit-icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M7 2H2v12h5M6 8h9M11 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
    <span class="govuk-visually-hidden">${words.exitPrefix}</span> ${words.exit}`;
}

const DANGER: Record<'ask' | 'now' | 'strip', (words: PageWords) => Html> = {
  ask: words => dangerBlock(words.childInDanger, words.callFirst, words),
  now: words => dangerBlock(words.callNow, words.sayWho, words),
  strip: words =>
    html`<div class="ho-danger-strip" role="region" aria-label="${words.emergency}">
      <p>
        <strong>${words.anyoneInDanger}</strong> ${call999('ho-danger-strip__call', words)} ${words.first}
      </p>
    </div>`,
};

function dangerBlock(heading: string, what: string, words: PageWords): Html {
  return html`<div class="ho-danger" role="region" aria-label="${words.emergency}">
    <div class="ho-danger__inside">
      <div>
        <p class="ho-danger__heading">${heading}</p>
        <p>${what}</p>
      </div>
      ${call999('ho-danger__call', words)}
    </div>
  </div>`;
}

/** A link that dials on a phone; large text where there is nothing to dial with. */
function call999(className: string, words: PageWords): Html {
  return html`<a class="${className} ho-call" href="tel:999">${words.call999}</a
    ><strong class="${className} ho-call-text">${words.call999}</strong>`;
}

function footer({ footerLinks = [], exit }: PublicPage, words: PageWords): Html {
  return html`<footer class="ho-footer">
    <div class="ho-footer__inside">
      <h2 class="ho-footer__heading">${words.talk}</h2>
      <ul class="ho-helplines">
        <li>${words.childline} <a class="ho-helpline" href="tel:08001111">0800 1111</a></li>
        <li>${words.samaritans} <a class="ho-helpline" href="tel:116123">116 123</a></li>
      </ul>
      <p>${words.free}</p>
      ${
        footerLinks.length > 0 &&
        html`<ul class="ho-footer__links">
          ${footerLinks.map(link => html`<li><a href="${link.href}">${link.text}</a></li>`)}
        </ul>`
      }
      ${exit && html`<p class="ho-footer__note">${words.nothingFollows}</p>`}
    </div>
  </footer>`;
}
