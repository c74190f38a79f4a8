import type { Officer } from '#domain/accounts/index.ts';
import type { ServiceTrouble } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { timeElement } from './london.ts';

const STOPPED: Readonly<Record<string, string>> = {
  sequencer: 'Sealing is stopped',
  worker: 'Sealing, reading and making bundles are stopped',
  public: 'The public door does not answer',
};

const MEANWHILE: Readonly<Record<string, string>> = {
  sequencer: 'Hand-ins and danger reports still arrive. Nothing is lost; it is sealed when this is mended.',
  worker: 'Hand-ins and danger reports still arrive. Nothing is lost; it is sealed when this is mended.',
  public: 'Nobody can hand in or report danger here until it does. 999 and 101 answer.',
};

/** Above every page while a process does not serve: what has stopped, since when, why, and what an administrator can do. */
export function serviceBanner(
  troubles: readonly ServiceTrouble[],
  { role: officerRole }: Officer,
): Html | undefined {
  const shown = troubles.filter(({ role }) => Object.hasOwn(STOPPED, role));
  if (shown.length === 0) return undefined;
  return html`<div class="ho-notice" role="status">
    ${shown.map(
      ({ role, since, reason }) =>
        html`<p>
          <strong>${STOPPED[role]} since ${timeElement(since)}.</strong> ${MEANWHILE[role]} Reason:
          ${isolated(reason)}
        </p>`,
    )}
    ${
      officerRole === 'administrator'
        ? html`<p>
            You look after this service: see the terminal it was started in, and the folder logs in its data
            folder. It is tried again by itself, at least once a minute.
          </p>`
        : html`<p>Tell the administrator of this service.</p>`
    }
  </div>`;
}
