import type { Html } from '../html.ts';
import { demoPage, errorPage } from '../layouts/index.ts';
import { html } from '../html.ts';
import { conversationExample } from './conversation-gallery.ts';
import { NORTHSHIRE } from './examples.ts';
import { emptyQueueExample, queueExample } from './police-gallery.ts';
import { formExample, receiptExample, startExample } from './public-gallery.ts';

/** Whole pages that show every component of the kit in its states, for axe, for screenshots and for people. */
export const GALLERY: Readonly<Record<string, () => Html>> = {
  start: startExample,
  form: formExample,
  receipt: receiptExample,
  queue: queueExample,
  'queue-empty': emptyQueueExample,
  conversation: conversationExample,
  error: () =>
    errorPage({
      audience: 'public',
      force: NORTHSHIRE,
      title: 'Sorry, something went wrong',
      body: html`<p class="govuk-body">
        What you had sent is safe. Go back and try again in a few minutes.
      </p>`,
      reference: 'E-7K2Q',
    }),
  demo: () =>
    demoPage({
      title: 'Demonstration',
      force: NORTHSHIRE,
      body: html`<h1 class="govuk-heading-xl">Handover</h1>
        <p class="govuk-body-l">From a hand-in to a bundle that a stranger can check.</p>`,
    }),
};
