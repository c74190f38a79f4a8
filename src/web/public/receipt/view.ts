import { isAccountName, isFingerprintList } from '#domain/intake/index.ts';
import type { ItemFacts } from '#portable/continuity/index.ts';
import { html, type Html, isolated, NOTHING } from '#web/ui/index.ts';
import { insetText, summaryList } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { codeBox, doList, noteBox, receivedBand, recordCodeLines, steps } from '#web/ui/public/index.ts';
import { notificationBlock } from '../aware/notification.ts';
import type { PageDetails } from '../page.ts';
import { SOURCES } from '../source-words.ts';
import { spokenMoment, spokenSize } from '../spoken-time.ts';
import type { OpenedBox } from './opened-box.ts';
import { RECEIPT_WORDS } from './words.ts';

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
  readonly language: Language;
};

type ReceiptWords = ReturnType<typeof RECEIPT_WORDS.in>;

/**
 * The receipt page. It depends on nothing but what the visitor sent: not on who is suspected, not on what anyone did
 * since. No praise and no thanks, on purpose.
 */
export function receiptPage(view: ReceiptView): Omit<PageDetails, 'backLink'> {
  const { box, language } = view;
  const words = RECEIPT_WORDS.in(language);
  return {
    title: words.title,
    body: html`${receivedBand({
        title: words.title,
        reference: box.reference,
        line: spokenMoment(box.receivedAt, language),
        language,
      })}
      ${code(view, words)}
      <p class="govuk-body" id="what-it-proves">${words.proves}</p>
      ${box.state === 'sealed' ? sealed(view, words) : notYetSealed(view, words)}
      ${notificationBlock(box, language)}
      <h2 class="govuk-heading-m">${words.next}</h2>
      ${steps(words.nextSteps)}
      <h2 class="govuk-heading-m">${words.untilThen}</h2>
      ${doList([
        ...words.doNot.map(text => ({ do: false, text })),
        ...words.do.map(text => ({ do: true, text })),
      ])}
      ${talk(words)} ${view.leave}`,
  };
}

function talk(words: ReceiptWords): Html {
  return noteBox(
    html`<h2>${words.talk}</h2>
      <p>
        ${words.samaritans} ${helpline('tel:116123', '116 123')}<br />
        ${words.childline} ${helpline('tel:08001111', '0800 1111')}<br />${words.free}
      </p>`,
  );
}

/** A number to call: one word that no line end may part. */
function helpline(href: string, number: string): Html {
  return html`<a class="govuk-link ho-number" href="${href}"><strong>${number}</strong></a>`;
}

function code({ returnCode, saved }: ReceiptView, words: ReceiptWords): Html {
  if (returnCode === null) return NOTHING;
  return html`${codeBox({ heading: words.code, code: returnCode, body: html`<p>${words.writeIt}</p>` })}
    <p class="govuk-body">${words.whatFor}</p>
    ${saved}`;
}

function notYetSealed({ lookAgain }: ReceiptView, words: ReceiptWords): Html {
  return insetText({
    html: html`<p class="govuk-body"><strong>${words.notYetSealed}</strong></p>
      <p class="govuk-body">${words.sealing}</p>
      ${lookAgain}`,
  });
}

function sealed(view: ReceiptView, words: ReceiptWords): Html {
  const { box, download, document, lookAgain, language } = view;
  const isMade = box.document !== null;
  return html`<h2 class="govuk-heading-m">${words.yours}</h2>
    <p class="govuk-body">${words.whatItIs}</p>
    ${download}
    <p class="govuk-body">${isMade ? words.pdf : words.pdfInTheMaking}</p>
    ${isMade ? document : lookAgain} ${recordCode(view, words)}
    <h2 class="govuk-heading-m">${words.received}</h2>
    ${summaryList({ rows: box.items.map(item => itemRow(item, words, language)) })}`;
}

function recordCode({ box, language }: ReceiptView, words: ReceiptWords): Html {
  if (box.recordCode === null) return NOTHING;
  return recordCodeLines({
    reference: box.reference,
    code: box.recordCode,
    body: html`<p class="govuk-body">${words.recordCode}</p>`,
    language,
  });
}

function itemRow(item: ItemFacts, words: ReceiptWords, language: Language) {
  const { name, source } = itemWords(item, language);
  const archive = item.extractOf && html`<span class="ho-words">${isolated(item.extractOf.name)}</span>`;
  const from = archive && html` ${SOURCES.in(language).from(archive)}`;
  return {
    key: { html: name },
    value: {
      html: html`${source}.${from} ${words.sealed(spokenSize(item.sizeBytes, language))}`,
    },
  };
}

/** Which thing of theirs an item is: two of them are files that this service made. */
function itemWords(
  item: ItemFacts,
  language: Language,
): { readonly name: Html; readonly source: string | null } {
  const { answers, list, classes } = SOURCES.in(language);
  if (isAccountName(item.name)) return { name: html`${answers.name}`, source: answers.source };
  if (isFingerprintList(item)) return { name: html`${list.name}`, source: list.source };
  const name = html`<span class="ho-words">${isolated(item.name)}</span>`;
  const source = Object.entries(classes).find(([known]) => known === item.sourceClass)?.[1] ?? null;
  return { name, source };
}
