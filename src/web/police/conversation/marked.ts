import { placesIn, type Search } from '#domain/search/index.ts';
import { html, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';

const MOST_MARKS = 100;

/** Words as they were written, with every place marked that holds what is searched for. */
export function marked(body: string, search: Search): Html {
  const pieces: Html[] = [];
  let from = 0;
  for (const [start, end] of placesIn(body, search, MOST_MARKS)) {
    pieces.push(html`${visible(body.slice(from, start))}<mark>${visible(body.slice(start, end))}</mark>`);
    from = end;
  }
  return html`${pieces}${visible(body.slice(from))}`;
}
