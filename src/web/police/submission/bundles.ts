import { may } from '#domain/accounts/index.ts';
import type { DeskBundle } from '#domain/desk/index.ts';
import { button, details } from '#web/ui/govuk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { timeElement } from '../london.ts';
import { tokenField } from '../visit.ts';
import { sizeWords } from '../words.ts';
import { lookAgain } from './look-again.ts';
import type { SubmissionVisit } from './submission-page.ts';

const STATE_WORDS: Readonly<Record<DeskBundle['state'], string>> = {
  asked: 'Asked for. It waits for its turn.',
  building: 'Being made now. It waits for its own place in the log.',
  ready: 'Ready.',
  failed: 'It could not be made.',
};

/** Bundles of this submission, the newest first, and the button that asks for one. */
export function bundlesBlock(visit: SubmissionVisit, bundles: readonly DeskBundle[]): Html {
  const { reference, holder, sealedAt } = visit.value;
  const thing = { kind: 'submission', id: reference, holder: holder?.id ?? null } as const;
  const isOnItsWay = bundles.some(({ state }) => state === 'asked' || state === 'building');
  const mayAsk = may(visit.session.officer, 'ask-bundle', thing).allowed;
  return html`<section class="ho-side" id="bundles">
    <h2>Bundles</h2>
    ${bundles.length === 0 && html`<p>None made yet.</p>`}
    <ul class="ho-bundles">
      ${bundles.map(bundle => bundleRow(bundle))}
    </ul>
    ${sealedAt === null && html`<p>A bundle can be made once the submission is sealed.</p>`}
    ${isOnItsWay && html`<p>${lookAgain(visit, 'bundles')}</p>`}
    ${mayAsk && sealedAt !== null && (isOnItsWay ? WAIT : askForm(visit))} ${HOW_TO_CHECK}
  </section>`;
}

/** While one is being made there is nothing to ask for: it will hold all there is now. */
const WAIT = html`${button({ text: 'Make a bundle', disabled: true, attributes: { 'aria-describedby': 'bundle-wait' } })}
  <p id="bundle-wait">A bundle is being made. You can ask for another once it is there.</p>`;

function askForm(visit: SubmissionVisit): Html {
  return html`<form action="/submissions/${visit.value.reference}/bundles" method="post">
    ${tokenField(visit)}${button({ text: 'Make a bundle', preventDoubleClick: true })}
  </form>`;
}

function bundleRow(bundle: DeskBundle): Html {
  const { id, state, askedAt, askedBy, name, sizeBytes, failure, bundleIdHex } = bundle;
  return html`<li>
    <strong>${name === null ? 'Bundle' : isolated(name)}</strong>
    <span>${STATE_WORDS[state]}${failure !== null && html` ${isolated(failure)}`}</span>
    ${
      state === 'ready' &&
      html`<a href="/bundles/${id}/download">Download${sizeBytes !== null && `, ${sizeWords(sizeBytes)}`}</a>`
    }
    ${bundleIdHex !== null && html`<span>Bundle id, as the verifier prints it</span><code class="ho-code ho-hash">${bundleIdHex}</code>`}
    <span>Asked for by ${isolated(askedBy)}, ${timeElement(askedAt)}</span>
  </li>`;
}

const HOW_TO_CHECK = details({
  summaryText: 'How anybody checks a bundle',
  html: html`<p>
      The person who gets it needs Node.js 20 or newer, the verifier (one file,
      <code class="ho-code">handover-verify.mjs</code>) and this force’s policy file (<code class="ho-code"
        >force.tlog-policy</code
      >). They need no account, no network and not our word. Both are on the public site, under “How evidence
      is kept safe”.
    </p>
    <p>
      <code class="ho-code">node handover-verify.mjs --policy force.tlog-policy BUNDLE.zip</code>
    </p>
    <p>
      The policy file must reach them another way than the bundle did: a bundle that brings its own keys only
      agrees with itself. The verifier says that what is inside is unchanged since police received it. It does
      not say that a conversation happened as written.
    </p>`,
});
