import type { Engagement } from '#domain/engagement/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { timeElement } from '../london.ts';
import { counted } from '../words.ts';

/** Wherever the way to reach somebody is shown, that they took it back is shown with it. */
export function withdrawnNotice({ withdrawnAt }: Pick<Engagement, 'withdrawnAt'>): Html | false {
  return (
    withdrawnAt !== null &&
    html`<p class="ho-notice" role="status">
      <strong>The submitter took back their consent to be contacted</strong>, ${timeElement(withdrawnAt)}.
      What they said before about reaching them no longer holds.
    </p>`
  );
}

/** What was asked and added, in numbers, and the way to both. */
export function contactBlock(reference: string, { questions, additions }: Engagement): Html {
  const waiting = questions.filter(({ state }) => state === 'waiting').length;
  return html`<section class="ho-side" id="contact">
    <h2>Contact with the submitter</h2>
    <p>
      ${counted(questions.filter(({ state }) => state === 'asked').length, 'question')} asked,
      ${counted(additions.length, 'addition')} since the hand-in.
      ${waiting > 0 && html`<strong>${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a second officer.</strong>`}
    </p>
    <p><a href="/submissions/${reference}/contact">Questions and additions</a></p>
  </section>`;
}
