import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { counted } from '../words.ts';
import { conversationAddress, searchOf } from './conversation-query.ts';
import type { ConversationQuery } from './conversation-query.ts';
import type { ConversationContent } from './page-content.ts';

/** The search of a conversation, how many messages it found, and the way from one to the next. */
export function searchForm(content: ConversationContent): Html {
  const { facts, query } = content;
  return html`<form action="/conversations/${facts.readingId}" method="get" role="search">
    <label class="govuk-visually-hidden" for="search">Search the words of this conversation</label>
    <input
      id="search"
      name="q"
      type="search"
      value="${query.q}"
      placeholder="Search the words"
      aria-describedby="search-hint"
      autocomplete="off"
      spellcheck="false"
    />
    <label>${query.by === 'words' ? WORDS_ON : WORDS_OFF} Whole words</label>
    <button class="govuk-button govuk-button--secondary" type="submit">Search</button>
    ${outcome(content)}
  </form>`;
}

const WORDS_ON = html`<input name="by" type="checkbox" value="words" checked />`;
const WORDS_OFF = html`<input name="by" type="checkbox" value="words" />`;

function outcome(content: ConversationContent): Html | undefined {
  const { query, matching, around, messages, facts } = content;
  if (query.q === '') return undefined;
  if (searchOf(query) === null)
    return html`<span role="status" id="search-hint">A search needs at least three characters.</span>`;
  if (query.show === 'found' && matching !== null) {
    const first = messages[0]?.n;
    return html`<span role="status" id="search-hint">${counted(matching, 'message')} found</span>
      ${first !== undefined && html`<a href="${matchAddress(facts.readingId, query, first)}">Read the first among its neighbours</a>`}`;
  }
  return around === null ? undefined : steps(content, around);
}

function steps(
  { facts, query }: ConversationContent,
  { total, upTo, before, after }: NonNullable<ConversationContent['around']>,
): Html {
  const { readingId } = facts;
  const list = conversationAddress(readingId, { q: query.q, by: query.by });
  return html`<span role="status" id="search-hint"
      >${total === 0 ? 'Nothing found' : `${upTo.toLocaleString('en-GB')} of ${counted(total, 'message')} found up to here`}</span
    >
    ${beforeAndAfter(readingId, query, { before, after })}
    ${total > 0 && html`<a href="${list}">List them</a>`}`;
}

/** The way from the message that is shown to those found before and after it; nothing where no search goes on. */
export function matchSteps({ facts, query, around }: ConversationContent): Html | undefined {
  return around === null || query.m === null ? undefined : beforeAndAfter(facts.readingId, query, around);
}

function beforeAndAfter(
  readingId: string,
  query: ConversationQuery,
  { before, after }: Pick<NonNullable<ConversationContent['around']>, 'before' | 'after'>,
): Html {
  return html`${before !== null && html`<a href="${matchAddress(readingId, query, before)}" rel="prev">Match before</a> `}
  ${after !== null && html`<a href="${matchAddress(readingId, query, after)}" rel="next">Next match</a>`}`;
}

/** A message that was found, among its neighbours. */
function matchAddress(readingId: string, { q, by }: ConversationQuery, n: number): string {
  return conversationAddress(readingId, { q, by, show: 'all', m: n });
}

/** Why nothing is listed. */
export function emptySearch({ by }: ConversationQuery): string {
  return by === 'words'
    ? 'No message holds all of these words, each whole. Without “Whole words” parts of words are found too.'
    : 'No message holds these letters in this order. Case, accents and hidden characters make no difference; names, times and attachments are not searched.';
}
