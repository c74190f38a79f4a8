import {
  FINGERPRINT_LIST_WORDS,
  isAccountName,
  isFingerprintList,
  sourceWords,
} from '#domain/intake/index.ts';
import type { ItemFacts } from '#portable/continuity/index.ts';
import { html, type Html, isolated, NOTHING } from '#web/ui/index.ts';
import { insetText, summaryList } from '#web/ui/govuk/index.ts';
import { codeBox, doList, noteBox, receivedBand, recordCodeLines, steps } from '#web/ui/public/index.ts';
import { notificationBlock } from '../aware/notification.ts';
import type { PageDetails } from '../page.ts';
import { spokenMoment, spokenSize } from '../spoken-time.ts';
import type { OpenedBox } from './opened-box.ts';

/** What differs between the page right after handing in and the page of somebody who comes back. */
export type ReceiptView = {
  readonly box: OpenedBox;
  /** The return code, until the visitor says that they have it. */
  readonly returnCode: string | null;
  readonly saved: Html;
  readonly download: Html;
  /** Saves the PDF; nothing while it is being made. */
  readonly document: Html;
  readonly lookAgain: Html;
  readonly leave: Html;
};

/**
 * The receipt page. It depends on nothing but what the visitor sent: not on who is suspected, not on what anyone did
 * since. No praise and no thanks, on purpose.
 */
export function receiptPage(view: ReceiptView): Omit<PageDetails, 'backLink'> {
  const { box } = view;
  return {
    title: 'We have what you handed in',
    body: html`${receivedBand({
        title: 'We have what you handed in',
        reference: box.reference,
        line: spokenMoment(box.receivedAt, 'en'),
      })}
      ${code(view)} ${WHAT_IT_PROVES} ${box.state === 'sealed' ? sealed(view) : notYetSealed(view)}
      ${notificationBlock(box, 'en')}
      <h2 class="govuk-heading-m">What happens next</h2>
      ${steps(NEXT)}
      <h2 class="govuk-heading-m">Until then, please</h2>
      ${doList(UNTIL_THEN)}
      ${noteBox(
        html`<h2>If this is hard, talk to someone</h2>
          <p>
            Samaritans, for anyone: ${helpline('tel:116123', '116 123')}<br />
            Childline, for under 19s: ${helpline('tel:08001111', '0800 1111')}<br />Free, day or night.
          </p>`,
      )}
      ${view.leave}`,
  };
}

/** A number to call: one word that no line end may part. */
function helpline(href: string, number: string): Html {
  return html`<a class="govuk-link ho-number" href="${href}"><strong>${number}</strong></a>`;
}

function code({ returnCode, saved }: ReceiptView): Html {
  if (returnCode === null) return NOTHING;
  return html`${codeBox({
      heading: 'Your return code',
      code: returnCode,
      body: html`<p>Write it on paper now. We keep no copy, so we cannot send it again.</p>`,
    })}
    <p class="govuk-body">
      With the reference and this code you can come back on any phone or computer. Keep it where only you see
      it.
    </p>
    ${saved}`;
}

function notYetSealed({ lookAgain }: ReceiptView): Html {
  return insetText({
    html: html`<p class="govuk-body"><strong>Received, not yet sealed.</strong></p>
      <p class="govuk-body">
        We are locking what you sent, so that any later change would show. It takes a minute or so. It goes on
        if you leave this page. Then your receipt is here.
      </p>
      ${lookAgain}`,
  });
}

function sealed({ box, download, document, lookAgain }: ReceiptView): Html {
  return html`<h2 class="govuk-heading-m">Your receipt</h2>
    <p class="govuk-body">
      It is a small file that shows what we received and when. Anyone can check it without us. Keep it.
      <a class="govuk-link" href="/kept-safe">How evidence is kept safe</a>
    </p>
    ${download} ${box.document === null ? documentInTheMaking(lookAgain) : madeDocument(document)}
    ${recordCode(box)}
    <h2 class="govuk-heading-m">What we received</h2>
    ${summaryList({ rows: box.items.map(itemRow) })}`;
}

function madeDocument(document: Html): Html {
  return html`<p class="govuk-body">
      The same to read and print. The file is the proof; the PDF is for people.
    </p>
    ${document}`;
}

function documentInTheMaking(lookAgain: Html): Html {
  return html`<p class="govuk-body">
      A PDF to read and print is being made. It is for people; the file is the proof, so you do not need to
      wait.
    </p>
    ${lookAgain}`;
}

function recordCode({ reference, recordCode: code }: OpenedBox): Html {
  if (code === null) return NOTHING;
  return recordCodeLines({
    reference,
    code,
    body: html`<p class="govuk-body">
      If you cannot keep a file, write these down. The record code is not secret and opens nothing. With it,
      anyone can check later that the record of what you sent is still the same one.
    </p>`,
  });
}

function itemRow(item: ItemFacts) {
  const { name, source } = itemWords(item);
  const archive =
    item.extractOf && html` From <span class="ho-words">${isolated(item.extractOf.name)}</span>.`;
  return {
    key: { html: name },
    value: { html: html`${source}.${archive} ${spokenSize(item.sizeBytes)}, sealed` },
  };
}

/** Which thing of theirs an item is: two of them are files that this service made. */
function itemWords(item: ItemFacts): { readonly name: Html; readonly source: string | null } {
  if (isAccountName(item.name)) return { name: html`Your answers`, source: 'What you wrote on these pages' };
  if (isFingerprintList(item))
    return { name: html`${FINGERPRINT_LIST_WORDS.name}`, source: FINGERPRINT_LIST_WORDS.source };
  const name = html`<span class="ho-words">${isolated(item.name)}</span>`;
  return { name, source: sourceWords(item.sourceClass) };
}

/** On the face of every receipt page, in the words of the receipt file: the same for everybody, whatever they sent. */
const WHAT_IT_PROVES = html`<p class="govuk-body" id="what-it-proves">
  This page and your receipt prove only that we received what you sent, by the times on them. They do not
  prove that what you sent is true, or that anyone is suspected of anything.
  <strong>Do not post them: that may harm a child or a trial.</strong>
</p>`;

const NEXT = [
  {
    heading: 'An officer reads it',
    text: 'A person reads what is handed in, not a computer. It may take some time.',
  },
  {
    heading: 'We may need to ask you something',
    text: 'Only if you said that we may, and only in the way you said.',
  },
  {
    heading: 'This page never tells the result',
    text: 'We never say here what we know about anyone. If you are the child or their parent, a named officer can tell you another way.',
  },
] as const;

const UNTIL_THEN = [
  { do: false, text: 'do not reply to the person, or pretend to be anyone' },
  { do: false, text: 'do not meet, follow, film or confront anyone' },
  { do: false, text: 'do not post about it or name anyone online. You can tell an adult you trust' },
  { do: false, text: 'do not delete anything, reset or update the phone' },
  { do: true, text: 'keep the phone charged and switched on' },
  { do: true, text: 'call 999 if anyone is in danger' },
] as const;
