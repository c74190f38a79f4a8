import type { SentAddition } from '#domain/engagement/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { button, insetText } from '#web/ui/govuk/index.ts';
import { recordCodeLines, safeBox } from '#web/ui/public/index.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { spokenMoment } from '../spoken-time.ts';
import type { ReturnContent } from './content.ts';
import { type FormsView, questionBlock, tellMore } from './forms-view.ts';

/**
 * The page of somebody who came back. It depends on nothing but what they sent and what an officer chose to send them, and
 * never says whether anybody has read anything. No praise and no thanks, on purpose.
 */
export function handInPage(view: FormsView, content: ReturnContent, isJustSent: boolean): PageDetails {
  const { words, typed } = view;
  const { reference } = content.box;
  return {
    title: words.handIn,
    problems: typed?.problems ?? [],
    body: html`<h1 class="govuk-heading-l">${words.handIn} <span class="ho-nowrap">${reference}</span></h1>
      ${isJustSent && sentBox(view)}
      <p class="govuk-body">${words.constant} ${words.neverSeen}</p>
      ${asked(view, content)}
      <h2 class="govuk-heading-m">${words.more}</h2>
      <p class="govuk-body">${words.court}</p>
      ${tellMore(view, content.questions, withdrawnAt(content))} ${since(view, content)}
      ${receipt(view, content)} ${leave(view)}`,
  };
}

function sentBox({ words }: FormsView): Html {
  return html`<div role="status" id="sent">
    ${safeBox(
      words.sentTitle,
      html`<p>${words.sent}</p>
        <p><strong>${words.sentDanger}</strong></p>`,
    )}
  </div>`;
}

function asked(view: FormsView, { questions }: ReturnContent): Html {
  const { words } = view;
  return html`<h2 class="govuk-heading-m" id="asked">${words.asked}</h2>
    ${
      questions.length === 0
        ? html`<p class="govuk-body">${words.nothingAsked}</p>`
        : html`<p class="govuk-body">${words.noNeed}</p>
            ${questions.map(question => questionBlock(view, question))}`
    }`;
}

/** When the submitter took their consent back; null while they did not. */
function withdrawnAt({ additions }: ReturnContent): Date | null {
  return additions.findLast(({ kind }) => kind === 'contact-withdrawn')?.receivedAt ?? null;
}

function since(view: FormsView, content: ReturnContent): Html {
  const { words } = view;
  const { additions } = content;
  return html`<h2 class="govuk-heading-m" id="since">${words.since}</h2>
    ${
      additions.length === 0
        ? html`<p class="govuk-body">${words.nothingSince}</p>`
        : html`<ul class="govuk-list ho-sent">
              ${additions.map(addition => html`<li>${additionLine(view, content, addition)}</li> `)}
            </ul>
            <p class="govuk-body">
              <a class="govuk-link" href="/return/hand-in#since">${words.lookAgain}</a>
            </p>`
    }`;
}

function additionLine(
  { words, language }: FormsView,
  { receipted }: ReturnContent,
  addition: SentAddition,
): Html {
  const { id, kind, receivedAt, state } = addition;
  const [what, when] = [words.kinds[kind], spokenMoment(receivedAt, language)];
  if (state === 'refused')
    return html`<strong>${what}</strong>, ${when}. <strong>${words.notSealed}</strong>`;
  if (!receipted.has(id)) return html`<strong>${what}</strong>, ${when}. ${words.notYetSealed}`;
  return html`<strong>${what}</strong>, ${when}. ${words.isSealed}
    <a class="govuk-link" href="/return/hand-in/receipts/${id}"
      >${words.saveItsReceipt}<span class="govuk-visually-hidden"> ${words.receiptOf(what, when)}</span></a
    >`;
}

function receipt({ words, language }: FormsView, { box }: ReturnContent): Html {
  const secondary = 'govuk-button--secondary';
  return html`<h2 class="govuk-heading-m">${words.receipt}</h2>
    ${
      box.receipt === null
        ? insetText({ text: words.receiptLater })
        : html`<p class="govuk-body">${words.receiptWords} <strong>${words.doNotPost}</strong></p>
            <div class="govuk-button-group">
              ${button({ text: words.saveReceipt, href: '/return/hand-in/receipt', classes: secondary })}
              ${box.document !== null && button({ text: words.savePdf, href: '/return/hand-in/pdf', classes: secondary })}
            </div>
            ${
              box.recordCode !== null &&
              recordCodeLines({
                reference: box.reference,
                code: box.recordCode,
                language,
                body: html`<p class="govuk-body">${words.recordCode}</p>`,
              })
            }`
    }`;
}

function leave({ words, secrets }: FormsView): Html {
  return html`<p class="govuk-body">${words.leaveWords}</p>
    ${pageForm(
      { action: '/return/leave', secrets },
      button({ text: words.leave, classes: 'govuk-button--secondary' }),
    )}`;
}
