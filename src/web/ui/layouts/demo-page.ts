import { skipLink } from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { demoBanner, documentOf, wordmark } from './document.ts';
import type { PageContent } from './document.ts';

/** The page that shows a newcomer what this is: no danger strip and no exit, because nobody real is here. */
export function demoPage(page: PageContent): Html {
  return documentOf({
    content: page,
    styles: 'public.css',
    bodyClass: 'ho-public ho-demo',
    head: html`<meta name="robots" content="noindex" />`,
    inside: html`${skipLink({ text: 'Skip to main content', href: '#main-content' })}
      <header class="ho-header">
        ${demoBanner()}
        <div class="ho-header__inside">
          ${wordmark('/', 'demonstration')}<span class="ho-force">${page.force.name}</span>
        </div>
      </header>
      <div class="ho-page"><main class="ho-main ho-main--wide" id="main-content">${page.body}</main></div>`,
  });
}
