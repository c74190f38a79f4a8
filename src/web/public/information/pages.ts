import { html, type Html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { POLICY_NAME, type ToCheck, VERIFIER_PAGE_NAME, VERIFIER_PROGRAM_NAME } from '../checking/route.ts';
import { textBody, type PageDetails } from '../page.ts';
import { spokenDays } from '../spoken-time.ts';
import { PRIVACY } from './privacy-words.ts';
import { INFORMATION, type Section } from './words.ts';

type Page = { readonly title: string; readonly lead: string; readonly sections: readonly Section[] };

/** What is known about you, why, and for how long. */
export function privacyPage(language: Language, forceName: string, draftDays: number): PageDetails {
  const { title, lead, sections, forChildren } = PRIVACY.in(language).privacy;
  const days = spokenDays(draftDays, language);
  const page = pageOf({ title, lead: lead(forceName), sections: sections(days) });
  return {
    ...page,
    body: html`${page.body}
      <p class="govuk-body"><a class="govuk-link" href="/privacy/children">${forChildren}</a></p>`,
  };
}

export function childPrivacyPage(language: Language): PageDetails {
  return { ...pageOf(PRIVACY.in(language).childPrivacy), backLink: '/privacy' };
}

export function cookiesPage(language: Language): PageDetails {
  return pageOf(PRIVACY.in(language).cookies);
}

export function complaintsPage(language: Language): PageDetails {
  return pageOf(INFORMATION.in(language).complaints);
}

export function helplinesPage(language: Language): PageDetails {
  return pageOf(INFORMATION.in(language).helplines);
}

export function accessibilityPage(language: Language): PageDetails {
  return pageOf(INFORMATION.in(language).accessibility);
}

/** How what is handed in is kept, and everything with which anybody checks that without asking us. */
export function keptSafePage(language: Language, { closedLogs }: Pick<ToCheck, 'closedLogs'>): PageDetails {
  const words = INFORMATION.in(language).keptSafe;
  const files = list([
    html`<a class="govuk-link" href="/${VERIFIER_PAGE_NAME}">${words.page}</a> (${words.or}
      <a class="govuk-link" href="/${VERIFIER_PROGRAM_NAME}">${words.program}</a> ${words.forNode})`,
    html`<a class="govuk-link" href="/${POLICY_NAME}">${words.policy}</a>: ${words.policySays}`,
  ]);
  return pageOf({
    ...words,
    sections: [
      ...words.sections,
      { heading: words.check, text: [words.checkHow, files, words.trust] },
      { heading: words.newest, text: [newestLine(words, closedLogs)] },
    ],
  });
}

function pageOf({ title, lead, sections }: Page): PageDetails {
  return {
    title,
    backLink: '/',
    body: html`${textBody(title, [lead])}
    ${sections.map(
      ({ heading, text }) =>
        html`<h2 class="govuk-heading-m">${heading}</h2>
          ${text.map(each => html`<div class="govuk-body">${each}</div> `)}`,
    )}`,
  };
}

type KeptSafeWords = ReturnType<typeof INFORMATION.in>['keptSafe'];

function newestLine(words: KeptSafeWords, closedLogs: ToCheck['closedLogs']): Html {
  const closed = closedLogs.map(
    ({ name }) => html`<a class="govuk-link" href="/checkpoint/closed/${name}">${words.lastLine(name)}</a>`,
  );
  return html`<a class="govuk-link" href="/checkpoint">${words.published}</a> ${
      closed.length > 0 && html`${words.begunAnew} ${list(closed)}`
    }`;
}

function list(lines: readonly Html[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`;
}
