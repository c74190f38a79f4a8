import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { isolated } from '../visible.ts';
import { demoBanner, wordmark } from './document.ts';
import type { ForceOnPage } from './document.ts';

/** A part of the police side that the top bar leads to. */
export interface PoliceSection {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

/** The officer who is signed in. */
export interface OfficerOnPage {
  /** Rank and name as colleagues say it, for example "PC Tom Fairley". */
  readonly name: string;
  /** The role that decides what they may do, in words: "Intake officer". */
  readonly role: string;
}

/** What the dark bar across the top of a police page shows. */
export interface TopBar {
  readonly force: ForceOnPage;
  /** Nobody on the sign-in page. */
  readonly officer?: OfficerOnPage | undefined;
  /** The section this page belongs to, by its id. */
  readonly section?: string | undefined;
  /** The sections this officer may open, in the order of the bar. */
  readonly sections?: readonly PoliceSection[] | undefined;
  /** A number beside a section, by the section's id, for example flags that nobody has acknowledged. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** A form that signs out. */
  readonly signOut?: Html | undefined;
}

/** The dark bar: wordmark, force, sections, demonstration banner, officer. Its menu opens without scripts on a phone. */
export function topBar(bar: TopBar): Html {
  return html`<header class="ho-bar">
    <div class="ho-bar__brand">${wordmark('/', 'home')}<span class="ho-force">${bar.force.name}</span></div>
    ${bar.officer && navigation(bar)} ${bar.force.demonstration && demoBanner()}
    ${bar.officer && officer(bar.officer, bar.signOut)}
  </header>`;
}

function navigation({ sections = [], section, counts = {} }: TopBar): Html {
  return html`<nav class="ho-bar__nav" aria-label="Sections">
    <ul>
      ${sections.map(each => sectionLink(each, each.id === section, counts[each.id]))}
    </ul>
  </nav>`;
}

function sectionLink({ text, href }: PoliceSection, isCurrent: boolean, count = 0): Html {
  const number = count > 0 && html` <span class="ho-count">${count.toLocaleString('en-GB')}</span>`;
  return isCurrent
    ? html`<li><a href="${href}" aria-current="page">${text}${number}</a></li>`
    : html`<li><a href="${href}">${text}${number}</a></li>`;
}

function officer({ name, role }: OfficerOnPage, signOut: Html | undefined): Html {
  return html`<div class="ho-bar__officer">
    <span><strong>${isolated(name)}</strong> <span class="ho-bar__role">${role}</span></span
    >${signOut}
  </div>`;
}
