import type { AccountFlag, AccountFlagKind } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { label } from '#web/ui/police/index.ts';

type FlagWords = { readonly label: string; readonly reason: string; readonly act: string };

const FLAG_WORDS: Readonly<Record<AccountFlagKind, FlagWords>> = {
  child: {
    label: 'Child',
    reason: 'The submitter is under 18.',
    act: 'A short free account and nothing more: no questions through these pages, and no chat put to them.',
  },
  'named-person': {
    label: 'Different officer',
    reason: 'The submitter was named, filmed or confronted, or is family of somebody who was.',
    act: 'Give it to an officer who has nothing to do with any allegation. The same officer must not take both. Ask nothing of an allegation here.',
  },
  'contact-goes-on': {
    label: 'Contact may go on',
    reason: 'Asked whether contact goes on, the submitter did not say no.',
    act: 'The one instruction is: stop, keep, do not post. Nobody asks for, times or directs contact.',
  },
  confrontation: {
    label: 'Confrontation',
    reason: 'The submitter says that somebody was confronted, held or followed.',
    act: 'Think of the welfare of that person and their family.',
  },
  'made-public': {
    label: 'Made public',
    reason: 'The submitter says that somebody was named or filmed, or lists a publication.',
    act: 'It can vanish: secure what may be evidence.',
  },
  money: { label: 'Money', reason: 'The submitter says that money was asked for, paid or taken.', act: '' },
  meeting: {
    label: 'Meeting planned',
    reason: 'The submitter says that a meeting with a child is planned.',
    act: 'It is in the danger list too.',
  },
  'children-around': {
    label: 'Children around the person',
    reason: 'The submitter says that there are children around the person.',
    act: '',
  },
  pictures: {
    label: 'Picture may be sexual',
    reason: 'The submitter says that a picture or video may be sexual and show someone under 18.',
    act: 'They were told to stop and keep the phone, and that somebody comes for it. Nobody looks at it on the way.',
  },
  threatened: {
    label: 'Threats or violence',
    reason: 'The submitter says that they or their family were threatened, attacked or followed.',
    act: 'Think of reprisal.',
  },
};

/** What to look at first, each with its reason: raised by an answer, never a score. */
export function flagsBlock(flags: readonly AccountFlag[], itemNumber: number | null): Html | false {
  if (flags.length === 0) return false;
  return html`<section aria-labelledby="flags-heading">
    <h2 id="flags-heading">Look at first</h2>
    <ul class="ho-flags">
      ${flags.map(flag => flagLine(flag, itemNumber))}
    </ul>
    <p class="ho-quiet">
      Raised by who they are and what they answered. <strong>FACT</strong> as told, not checked. Nothing here
      is a score.
    </p>
  </section>`;
}

const LONGEST_WORDS = 300;

function flagLine({ kind, words }: AccountFlag, itemNumber: number | null): Html {
  const { label: name, reason, act } = FLAG_WORDS[kind];
  const cut = words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).toWellFormed()}…` : words;
  const source = itemNumber !== null && html`<a href="#item-${itemNumber}">Item ${itemNumber}</a>: `;
  return html`<li>
    ${label(name, 'chosen')} ${reason} ${act}
    ${cut !== '' && html`<br />${source}<span class="ho-as-written">${isolated(cut)}</span>`}
  </li> `;
}
