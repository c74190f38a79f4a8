import { ACTION_WORDS, may } from '#domain/accounts/index.ts';
import type { Action, Thing } from '#domain/accounts/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageFor } from './visit.ts';
import type { Visit } from './visit.ts';

/** "You may not do this": why, that it is recorded, and where to go. The officer stays signed in. */
export function forbiddenPage(
  visit: Omit<Visit<unknown>, 'value'>,
  action: Action,
  thing: Thing,
  reason: string,
): Html {
  return pageFor(visit, {
    title: 'You cannot open this',
    body: html`<div class="ho-reading-width">
      <h1>You cannot open this</h1>
      <p>${reason}</p>
      <p>
        Asked for: ${ACTION_WORDS[action]}. Nothing was shown and nothing was changed. That it was asked for
        is recorded. You are still signed in.
      </p>
      ${wayToSafety(visit, thing)}
      <p><a href="/">Go to your first page</a></p>
    </div>`,
  });
}

function wayToSafety({ session }: Omit<Visit<unknown>, 'value'>, thing: Thing): Html | undefined {
  if (thing.kind !== 'submission' || !may(session.officer, 'see-safety-summary', thing).allowed)
    return undefined;
  return html`<p>
    If a child may be in danger: <a href="/submissions/${thing.id}/safety">its safety summary</a>.
  </p>`;
}
