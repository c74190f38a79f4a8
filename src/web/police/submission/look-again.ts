import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { numberParameter } from '../visit.ts';
import type { SubmissionVisit } from './submission-page.ts';

/**
 * The way to see how far something is. The page never loads by itself: an officer may be reading it or filling in a form.
 * The number makes it another address each time, since a browser that stands at an address with an anchor stays there.
 */
export function lookAgain({ request, value }: SubmissionVisit, anchor: string): Html {
  const times = ((numberParameter(request, 'looked') ?? 0) % 1000) + 1;
  return html`<a href="/submissions/${value.reference}?looked=${times}#${anchor}">Look again</a>`;
}
