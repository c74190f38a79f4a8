import { demoPage, html, type Html } from '../ui/index.ts';

export type DemoFile = {
  readonly href: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly about: string;
};

export type DemoPlaces = {
  readonly publicOrigin: string;
  readonly policeOrigin: string;
  readonly readyFiles: readonly DemoFile[];
  readonly policyHref: string;
  readonly verifierHref: string;
  readonly programHref: string;
};

/** The first page a newcomer sees: what this is, and a walk from a parent's hand-in to a check that needs nobody. */
export function introduction(places: DemoPlaces): Html {
  return demoPage({
    title: 'A walk through Handover',
    force: { name: 'Northshire Police', demonstration: true },
    body: html`
      <h1 class="govuk-heading-xl">Evidence of online grooming, from a worried parent to a court</h1>
      <p class="govuk-body-l">
        Handover lets a parent, a school, a platform or a group hand a chat to the police safely, keeps it so
        that nobody can change it, and carries it to court so that a stranger can check it without trusting
        anyone.
      </p>
      <p class="govuk-body">
        Everybody here is invented, nothing leaves this machine, and it is not for real evidence. The walk
        takes about ten minutes. Each step opens in its own tab; come back here for the next.
      </p>
      <ol class="ho-walk">
        ${handIn(places)} ${readIt(places)} ${checkIt(places)}
      </ol>
      ${limits()}
    `,
  });
}

function handIn({ publicOrigin, readyFiles }: DemoPlaces): Html {
  return html`<li class="ho-walk__step">
    <h2 class="govuk-heading-m">Hand in as a parent</h2>
    <p class="govuk-body">
      You found a chat on your child's phone. Save one of these first; they are the same chat.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${readyFiles.map(
        file =>
          html`<li>
            <a class="govuk-link" href="${file.href}" download="${file.name}">${file.name}</a>
            (${kilobytes(file.sizeBytes)}): ${file.about}
          </li>`,
      )}
    </ul>
    <p class="govuk-body">
      Then hand it in. The first answers of a parent are given for you, and you go on at what must not be
      sent, then add the chat.
    </p>
    <p>
      <a
        class="govuk-button"
        role="button"
        draggable="false"
        href="${publicOrigin}/demo-parent"
        target="_blank"
        rel="noopener"
        >Hand in as a parent</a
      >
    </p>
    <p class="govuk-body">
      Or <a class="govuk-link" href="${publicOrigin}/" target="_blank" rel="noopener">walk every page</a>,
      from the danger question on, as everybody does.
    </p>
  </li>`;
}

function readIt({ policeOrigin }: DemoPlaces): Html {
  return html`<li class="ho-walk__step">
    <h2 class="govuk-heading-m">Read it as an officer</h2>
    <p class="govuk-body">
      Sign in as an intake officer. Your hand-in stands in the queue beside those of the demo world. Open it,
      open its conversation, and choose any message to see the very bytes it was read from. Then make a bundle
      and save it.
    </p>
    <p>
      <a
        class="govuk-button"
        role="button"
        draggable="false"
        href="${policeOrigin}/"
        target="_blank"
        rel="noopener"
        >Read it as an officer</a
      >
    </p>
  </li>`;
}

function checkIt({ verifierHref, policyHref, programHref }: DemoPlaces): Html {
  return html`<li class="ho-walk__step">
    <h2 class="govuk-heading-m">Check the bundle</h2>
    <p class="govuk-body">
      Be the stranger. Save the <a class="govuk-link" href="${policyHref}" download>policy file</a>
      (force.tlog-policy), which says whose records you trust: it must never come from inside the bundle. Then
      open the checking page and give it both files. It needs no network. Change one byte of the bundle and
      try again.
    </p>
    <p>
      <a
        class="govuk-button"
        role="button"
        draggable="false"
        href="${verifierHref}"
        target="_blank"
        rel="noopener"
        >Check the bundle</a
      >
    </p>
    <p class="govuk-body">
      Or at a terminal, with any Node.js from 20 and nothing installed:
      <a class="govuk-link" href="${programHref}" download>handover-verify.mjs</a>
    </p>
    <pre
      class="ho-code ho-walk__line"
    ><code>node handover-verify.mjs --policy force.tlog-policy BUNDLE.zip</code></pre>
  </li>`;
}

function limits(): Html {
  return html`<h2 class="govuk-heading-m">What it refuses</h2>
    <p class="govuk-body">
      It never helps anyone pose as a child or run a sting, never names or exposes a suspect, never scores
      guilt, and never takes pictures by the open route. A check shows that nothing changed since the police
      received it. It does not show that the conversation happened as written.
    </p>`;
}

function kilobytes(sizeBytes: number): string {
  return `${Math.max(1, Math.round(sizeBytes / 1000))} KB`;
}
