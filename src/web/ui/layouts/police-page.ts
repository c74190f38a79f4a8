import { backLink as govukBackLink, skipLink } from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { documentOf, problemSummary } from './document.ts';
import type { PageContent } from './document.ts';
import { topBar } from './top-bar.ts';
import type { TopBar } from './top-bar.ts';

/** A page for an officer. */
export interface PolicePage extends PageContent, Omit<TopBar, 'force'> {
  /** A second bar, for example of a case and its parts. */
  readonly subBar?: Html | undefined;
  readonly backLink?: { readonly href: string; readonly text: string } | undefined;
  /** A column beside the body (below it on a phone). */
  readonly aside?: Html | undefined;
  /** What each printed page says of itself: reference and time of printing. */
  readonly printLine?: string | undefined;
}

/** A whole page for an officer, as wide as the window. */
export function policePage(page: PolicePage): Html {
  return documentOf({
    content: page,
    styles: 'police.css',
    bodyClass: 'ho-police',
    head: html`<meta name="robots" content="noindex" />`,
    inside: html`${skipLink({ text: 'Skip to main content', href: '#main-content' })} ${topBar(page)}
      ${page.subBar && html`<section aria-label="This case or submission">${page.subBar}</section>`}
      <div class="ho-page${page.aside && ' ho-page--aside'}">
        <main class="ho-main" id="main-content">
          ${page.backLink && govukBackLink(page.backLink)}${problemSummary(page)}${page.body}
        </main>
        ${page.aside && html`<aside class="ho-aside" aria-label="Beside this page">${page.aside}</aside>`}
      </div>
      ${page.printLine && html`<p class="ho-print-line">${page.printLine}</p>`}`,
  });
}
