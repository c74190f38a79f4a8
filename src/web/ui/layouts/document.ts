import { asset } from '../assets.ts';
import type { FormProblem } from '../form-problem.ts';
import { errorSummary } from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Language } from '../language/index.ts';
import { PUBLIC_WORDS } from './public-words.ts';

/** The force whose pages these are. */
export interface ForceOnPage {
  /** The force's name as people know it, for example "Northshire Police". */
  readonly name: string;
  /** True in the demonstration: every page then says that nobody in it is real. */
  readonly demonstration?: boolean | undefined;
}

/** What every page has, whoever it is for. */
export interface PageContent {
  /** What this page is, without the name of the service: the beginning of `<title>`. */
  readonly title: string;
  /** Everything inside `<main>`, with the page's one `<h1>`. */
  readonly body: Html;
  readonly force: ForceOnPage;
  /** The language of all words on it; English when not given. */
  readonly language?: Language | undefined;
  /** Mistakes in the form on this page: shown above the body as an error summary, and announced in `<title>`. */
  readonly problems?: readonly FormProblem[] | undefined;
  /** Addresses of further scripts, from `addAsset`; each is loaded as a module after the page is there. */
  readonly scripts?: readonly string[] | undefined;
}

/** What surrounds the body of a page. */
interface Shell {
  readonly content: PageContent;
  readonly styles: 'public.css' | 'police.css';
  readonly bodyClass: string;
  readonly head?: Html;
  readonly inside: Html;
}

/** A whole HTML document. It holds no inline style and no inline script, so `style-src 'self'; script-src 'self'` fits. */
export function documentOf({ content, styles, bodyClass, head, inside }: Shell): Html {
  return html`<!DOCTYPE html>
    <html lang="${content.language === 'cy' ? 'cy' : 'en'}" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>${titleOf(content)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${asset(styles)}" />
        ${head}
      </head>
      <body class="govuk-template__body ${bodyClass}">
        ${inside}
        ${[asset('enhance.js'), ...(content.scripts ?? [])].map(address => html`<script type="module" src="${address}"></script> `)}
      </body>
    </html> `;
}

/** The error summary of a page's problems, or nothing when there are none. */
export function problemSummary({ problems, language }: PageContent): Html | undefined {
  if (!problems || problems.length === 0) return undefined;
  return errorSummary({
    titleText: PUBLIC_WORDS.in(language ?? 'en').problem,
    errorList: problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  });
}

/** The wordmark: the one mark of the service, never a crown or a crest. */
export function wordmark(href: string, hiddenText: string): Html {
  return html`<a class="ho-wordmark" href="${href}"
    ><b>Hand</b>over<span class="govuk-visually-hidden">, ${hiddenText}</span></a
  >`;
}

/** What a demonstration says on every page. */
export function demoBanner(language: Language = 'en'): Html {
  return html`<p class="ho-demo-banner">${PUBLIC_WORDS.in(language).demonstration}</p>`;
}

function titleOf({ title, problems, force, language = 'en' }: PageContent): string {
  return `${problems?.length ? PUBLIC_WORDS.in(language).error : ''}${title} - Handover - ${force.name}`;
}
