import { attributes, html } from '../html.ts';
import type { Html, Printable } from '../html.ts';
import { label, labels } from './labels.ts';

/** An immediate flag that waits for a person. */
export interface UrgentRow {
  readonly id: string;
  readonly clock: {
    /** What the clock says: "3:12", or "0:21 over". */
    readonly text: string;
    readonly isLate: boolean;
    /** How much of the time is used, 0 to 1; the bar only repeats what the words say. */
    readonly used: number;
    /** "left of 5 minutes", or "was due 14:06:00; passed to Sgt Nandra". */
    readonly detail: string;
  };
  readonly flags: readonly string[];
  /** What was told, in a sentence. */
  readonly told: Printable;
  /** Reference, who from, when, and that it is a fact as told and not checked. */
  readonly detail: Printable;
  /** The buttons: acknowledge and open. */
  readonly actions: Html;
  /** The row stands for several that look alike. */
  readonly isGroup?: boolean | undefined;
}

/** What stands above all else on the desk; without rows it says that nobody is waiting, and when that was so. */
export function urgentRows(options: {
  readonly rows: readonly UrgentRow[];
  readonly line: Printable;
  readonly nobodyLine: string;
  /** Above the rows: other orders. */
  readonly choices?: Html | undefined;
  /** Under the rows: the way to the rows of other pages. */
  readonly turning?: Html | undefined;
}): Html {
  if (options.rows.length === 0) {
    return html`<section class="ho-urgent ho-urgent--empty" aria-label="Needs a person now">
      <h2>Nobody is waiting</h2>
      <p>${options.nobodyLine}</p>
    </section>`;
  }
  return html`<section class="ho-urgent" aria-labelledby="urgent-heading">
    <header>
      <h2 id="urgent-heading">Needs a person now</h2>
      <p>${options.line}</p>
      ${options.choices}
    </header>
    <ol>
      ${options.rows.map(urgentRow)}
    </ol>
    ${options.turning}
  </section>`;
}

function urgentRow({ id, clock, flags, told, detail, actions, isGroup }: UrgentRow): Html {
  return html`<li
    id="${id}"
    class="ho-urgent__row${clock.isLate && ' ho-urgent__row--late'}${isGroup && ' ho-urgent__row--group'}"
  >
    <div class="ho-clock">
      <strong>${clock.text}</strong>${timeBar(clock.used, clock.isLate)}<span>${clock.detail}</span>
    </div>
    <div class="ho-urgent__words">
      <p>${labels(flags.map(flag => label(flag, 'danger')))}</p>
      <p class="ho-urgent__told">${told}</p>
      <p class="ho-urgent__detail">${detail}</p>
    </div>
    <div class="ho-urgent__actions">${actions}</div>
  </li>`;
}

/** A bar as wide as the share of the time that is used; striped when the time is over. */
export function timeBar(used: number, isLate: boolean): Html {
  const width = Math.round(Math.min(1, Math.max(0, Number.isFinite(used) ? used : 1)) * 100);
  const stripes = isLate && html`<path class="ho-time-bar__stripes" d="${STRIPES}" />`;
  return html`<svg
    class="ho-time-bar${isLate && ' ho-time-bar--late'}"
    viewBox="0 0 100 8"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="ho-time-bar__whole" x="0" y="0" width="100" height="8" />
    <rect class="ho-time-bar__used" x="0" y="0" width="${isLate ? 100 : width}" height="8" />
    ${stripes}
  </svg>`;
}

const STRIPES = Array.from({ length: 12 }, (_, index) => `M${index * 9 - 4} 8l5-8h3l-5 8z`).join('');

/** One submission in the queue. */
export interface QueueRow {
  readonly id: string;
  readonly due: { readonly text: string; readonly isLate: boolean; readonly detail: string };
  readonly reference: string;
  readonly href: string;
  readonly received: string;
  /** Who handed in, from product words: "Parent or carer". */
  readonly from: string;
  readonly flags: readonly string[];
  readonly summary: Printable;
  readonly stage: string;
  readonly stageDetail?: string | undefined;
  /** Who has it; "Nobody yet" when left out. */
  readonly holder?: string | undefined;
}

/** Rows that are due in one span of time; `count` may be more than the rows shown, and then says so. */
export interface QueueGroup {
  readonly heading: string;
  readonly count: number;
  readonly rows: readonly QueueRow[];
  /** Link to the rest. */
  readonly more?: { readonly text: string; readonly href: string } | undefined;
}

/** The queue as one table; on a phone each row becomes a block. `caption` says the order, the only order there is. */
export function queueTable(caption: string, groups: readonly QueueGroup[]): Html {
  return html`<table class="ho-queue">
    <caption class="govuk-visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Time left</th>
        <th scope="col">Reference</th>
        <th scope="col">From, flags, and what was handed in</th>
        <th scope="col">Stage</th>
        <th scope="col">With</th>
      </tr>
    </thead>
    ${groups.map(queueGroup)}
  </table>`;
}

function queueGroup({ heading, count, rows, more }: QueueGroup): Html {
  const shown = rows.length < count && `, shown as ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return html`<tbody>
    <tr class="ho-queue__group">
      <th colspan="5" scope="rowgroup">${heading} <span>${count}${shown}</span></th>
    </tr>
    ${rows.map(queueRow)}${
      more &&
      html`<tr class="ho-queue__more">
        <td colspan="5"><a href="${more.href}">${more.text}</a></td>
      </tr>`
    }
  </tbody> `;
}

function queueRow(row: QueueRow): Html {
  return html`<tr ${attributes({ id: row.id, class: row.due.isLate && 'ho-queue__late' })}>
    <td class="ho-queue__due"><strong>${row.due.text}</strong> <span>${row.due.detail}</span></td>
    <td class="ho-queue__reference">
      <a href="${row.href}">${row.reference}</a> <span>${row.received}</span>
    </td>
    <td class="ho-queue__from">
      ${row.from} ${labels(row.flags.map(flag => label(flag)))} <span>${row.summary}</span>
    </td>
    <td class="ho-queue__stage">${row.stage}${row.stageDetail && html` <span>${row.stageDetail}</span>`}</td>
    <td class="ho-queue__holder">${row.holder ?? html`<span>Nobody yet</span>`}</td>
  </tr> `;
}
