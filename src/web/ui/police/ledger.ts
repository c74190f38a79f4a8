import { attributes, html } from '../html.ts';
import type { Html, Printable } from '../html.ts';
import { shortName, visible } from '../visible.ts';
import { mark } from './marks.ts';
import { speakerChip, speakerStyle } from './speaker.ts';
import type { SpeakerOnPage } from './speaker.ts';

/** One message of a conversation, as a row. */
export interface MessageRow {
  /** Anchor of the row, for example `m1200`. */
  readonly id: string;
  /** The message's number as it is read: "1,200". */
  readonly number: string;
  /** The page or anchor of this message, with its bytes. */
  readonly href: string;
  /** The time as written, short: "20:10". A time that repeats the row above is dimmed, not dropped. */
  readonly time: string;
  readonly timeRepeats?: boolean | undefined;
  /** Nobody for a system message. */
  readonly speaker?: SpeakerOnPage | undefined;
  /** True when the row above is by the same speaker: a rail continues instead of a second chip. */
  readonly goesOn?: boolean | undefined;
  /** The words as written; line feeds are kept. Leave out where `instead` stands for them. */
  readonly body?: string | undefined;
  /** What stands in place of words: "Picture, kept by the submitter", "This message was deleted". */
  readonly instead?: Printable;
  /** What stands beside the words, such as their translations; beneath them where there is no room. */
  readonly beside?: readonly Html[] | undefined;
  /** A line under the message: "edited in the app; earlier wording is not in the file". */
  readonly note?: Printable;
  /** Doubts of the reading that stand under this message. */
  readonly doubts?: readonly Html[] | undefined;
  readonly isSelected?: boolean | undefined;
}

/** Lanes side by side; a fifth speaker shares the first lane, told apart by chip and rail. */
const MOST_LANES = 4;

/** A whole conversation page: day markers, message rows, gaps and doubts in their places. */
export function ledger(options: {
  /** What these rows are: "Messages 1,178 to 1,208 of 4,812". */
  readonly name: string;
  readonly rows: readonly Html[];
  /** How many speakers the conversation has. */
  readonly speakers: number;
}): Html {
  const lanes = Math.min(MOST_LANES, Math.max(1, options.speakers));
  return html`<ol class="ho-ledger ho-ledger--lanes-${lanes}" aria-label="${options.name}">
    ${options.rows}
  </ol>`;
}

/** One message: number, time, lane, text. */
export function messageRow(row: MessageRow): Html {
  return html`<li id="${row.id}" class="ho-message${row.isSelected && ' ho-message--selected'}">
    <a class="ho-message__number" href="${row.href}"
      ><span class="govuk-visually-hidden">Message </span>${row.number}</a
    >
    <span class="ho-message__time${row.timeRepeats && ' ho-message__time--repeats'}">${row.time}</span>
    ${lane(row)}
    <div class="ho-message__words">
      ${pair(row)}${row.note && html`<p class="ho-message__note">${row.note}</p>`}${row.doubts}
    </div>
  </li>`;
}

function lane({ speaker, goesOn }: MessageRow): Html {
  if (!speaker) return html`<span class="ho-lane"></span>`;
  const style = speakerStyle(speaker.place);
  return html`<span class="ho-lane ho-lane--${style}"
    >${
      goesOn
        ? html`<span class="ho-rail ho-rail--${style}"
            ><span class="govuk-visually-hidden">${shortName(speaker.name)}</span></span
          >`
        : speakerChip(speaker)
    }</span
  >`;
}

/** The words, and what stands beside them. */
function pair(row: MessageRow): Html {
  if (row.beside === undefined || row.beside.length === 0) return words(row);
  return html`<div class="ho-message__pair">
    <div>${words(row)}</div>
    <div>${row.beside}</div>
  </div>`;
}

function words({ body, instead }: MessageRow): Html {
  return html`${body !== undefined && html`<bdi class="ho-message__body">${visible(body)}</bdi>`}${
    instead && html`<span class="ho-message__instead">${instead}</span>`
  }`;
}

/** The line where a day begins. */
export function dayMarker(options: {
  readonly id: string;
  readonly day: string;
  readonly detail?: Printable;
}): Html {
  return html`<li class="ho-day" id="${options.id}">
    <h2>${options.day}</h2>
    ${options.detail && html`<span>${options.detail}</span>`}
  </li>`;
}

/** Nothing here: how long, what surrounds it, the innocent causes it may have, and one action. */
export function gapBlock(options: {
  readonly id?: string;
  readonly heading: string;
  readonly text: Printable;
  readonly action?: Html;
}): Html {
  return html`<li ${attributes({ class: 'ho-gap', id: options.id })}>
    <div class="ho-gap__words">
      <h3>${options.heading}</h3>
      <p>${options.text}</p>
    </div>
    ${options.action && html`<div class="ho-gap__action">${options.action}</div>`}
  </li>`;
}

/** A doubt of the reading: what could be read otherwise, and why it was read so. */
export function doubtBlock(options: {
  readonly heading: string;
  readonly text: Printable;
  readonly action?: Html;
}): Html {
  return html`<div class="ho-doubt">
    ${mark('doubt', 'Doubt:')}
    <p><strong>${options.heading}</strong> ${options.text} ${options.action}</p>
  </div>`;
}

/** A doubt that stands between messages, as a row of its own. */
export function doubtRow(doubt: Html): Html {
  return html`<li class="ho-doubt-row">${doubt}</li>`;
}
