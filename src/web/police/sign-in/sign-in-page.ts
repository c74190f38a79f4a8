import { OFFICER_ROLES, ROLE_WORDS } from '#domain/accounts/index.ts';
import type { Officer } from '#domain/accounts/index.ts';
import { html, isolated, policePage } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { DESK_STYLES } from '../desk-styles.ts';
import { officerOnPage } from '../officer-on-page.ts';
import type { PoliceSettings } from '../parts.ts';

/** Who may be signed in as, one press each. Outside a demonstration: that there is no way in yet. */
export function signInPage(options: {
  readonly settings: PoliceSettings;
  readonly officers: readonly Officer[];
  /** Where to go afterwards; an address of ours that was checked. */
  readonly next: string | null;
  readonly isRefused?: boolean;
}): Html {
  const { settings, officers, next, isRefused } = options;
  return policePage({
    title: 'Sign in',
    force: { name: settings.forceName, demonstration: settings.demo },
    body: html`<link rel="stylesheet" href="${DESK_STYLES}" />
      <div class="ho-reading-width">
        <h1>Sign in</h1>
        ${isRefused && html`<p><strong>That did not work.</strong> Choose one of the officers on this page.</p>`}
        ${officers.length > 0 ? choices(officers, next) : NO_WAY_IN}
      </div>`,
  });
}

const NO_WAY_IN = html`<p>
  Nobody can sign in here yet. Demonstration officers exist only in a demonstration, and this is not one. Keys
  for real officers (passkeys) are not part of this version.
</p>`;

function choices(officers: readonly Officer[], next: string | null): Html {
  return html`<p>
      Choose whom to be. Nobody here is real. What each may see differs; everything they open is recorded.
    </p>
    <ul class="ho-officers">
      ${byRole(officers).map(officer => choice(officer, next))}
    </ul>`;
}

/** The desk's own roles first, in the order in which work passes through them. */
function byRole(officers: readonly Officer[]): Officer[] {
  const place = ({ role }: Officer): number => OFFICER_ROLES.indexOf(role);
  return officers.toSorted((one, other) => place(one) - place(other));
}

function choice(officer: Officer, next: string | null): Html {
  return html`<li>
    <form action="/sign-in" method="post">
      <input type="hidden" name="officer" value="${officer.id}" />
      ${next !== null && html`<input type="hidden" name="next" value="${next}" />`}
      <button class="ho-officer" type="submit">
        <strong>${isolated(officerOnPage(officer).name)}</strong>
        <span class="ho-officer__role">${ROLE_WORDS[officer.role]}</span>
        <span class="ho-officer__about">${ABOUT[officer.role]}</span>
      </button>
    </form>
  </li>`;
}

const ABOUT: Readonly<Record<Officer['role'], string>> = {
  'intake-officer': 'Sees danger in minutes and triages the rest.',
  supervisor: 'Decides, allocates, reads everything on the desk.',
  investigator: 'Reads what is allocated to them, message by message.',
  'disclosure-officer': 'No page in this version.',
  'deconfliction-officer': 'No page in this version.',
  'data-protection-officer': 'No page in this version.',
  auditor: 'Sees who looked at what. Never reads evidence.',
  statistician: 'No page in this version.',
  administrator: 'Keeps it running. Never reads evidence.',
};
