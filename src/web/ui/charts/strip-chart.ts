import { attributes, html } from '../html.ts';
import type { Html } from '../html.ts';
import { isolated } from '../visible.ts';
import { barsOf } from './strip-bars.ts';
import type { Bar, StripDay } from './strip-bars.ts';

/** What a strip chart shows. */
export interface StripChart {
  /** Unique on the page; begins the ids inside the drawing. */
  readonly id: string;
  readonly days: readonly StripDay[];
  /** The speaker drawn upwards, and the one (or "everybody else") drawn downwards. */
  readonly upName: string;
  readonly downName: string;
}

/** Rows of the drawing in CSS pixels, from its top; across it, everything is in per cent, so that nothing is stretched. */
const TOP = 4;
const MIDDLE = 36;
const BOTTOM = 68;
const TICK_TEXT = 90;
const MOST_BARS = 400;
const MOST_TICKS = 8;

/**
 * A whole conversation in one strip: a bar a day, one speaker up and the others down, gaps hatched, doubts marked below,
 * a frame round what is on screen. Each day is a link; a table with the same numbers and links stands under it, for
 * keyboards, screen readers and people who like numbers.
 */
export function stripChart({ id, days, upName, downName }: StripChart): Html {
  if (days.length === 0)
    return html`<p class="ho-strip__unit">No message carries a date, so there is no strip.</p>`;
  const { bars, daysInBar } = barsOf(days, MOST_BARS);
  const scale = scaleOf(bars);
  const unit = daysInBar === 1 ? 'A bar a day' : `A bar for every ${daysInBar} days`;
  return html`<figure class="ho-strip${bars.length > 120 && ' ho-strip--fine'}">
    <figcaption>
      <span class="ho-strip__up">${isolated(upName)}</span
      ><span class="ho-strip__down">${isolated(downName)}</span>
    </figcaption>
    <svg class="ho-strip__drawing" width="100%" height="96" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="${id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" class="ho-strip__hatch" />
        </pattern>
      </defs>
      ${gapsOf(bars, `url(#${id}-hatch)`)}${bars.map((bar, index) => drawBar(bar, index, scale))}
      <line class="ho-strip__axis" x1="0" y1="${MIDDLE}" x2="100%" y2="${MIDDLE}" />
      ${shownFrame(bars)}${doubtMarks(bars, scale)}${ticks(bars)}
    </svg>
    <details class="ho-strip__table">
      <summary>${unit}: as a table</summary>
      ${dayTable(bars, upName, downName)}
    </details>
  </figure>`;
}

interface Scale {
  readonly widthPercent: number;
  readonly most: number;
}

function scaleOf(bars: readonly Bar[]): Scale {
  return { widthPercent: 100 / bars.length, most: Math.max(1, ...bars.flatMap(bar => [bar.up, bar.down])) };
}

const percent = (number: number): string => `${number.toFixed(3)}%`;

/** One bar with its press area over the whole height; a day with messages is never drawn as nothing. */
function drawBar(bar: Bar, index: number, { widthPercent, most }: Scale): Html {
  const place = { x: percent((index + 0.1) * widthPercent), width: percent(widthPercent * 0.8) };
  const tall = (count: number): number =>
    count === 0 ? 0 : Math.round(Math.max(1.5, (count / most) * (MIDDLE - TOP)) * 10) / 10;
  const up = { class: 'ho-strip__bar-up', ...place, y: MIDDLE - tall(bar.up), height: tall(bar.up) };
  const down = { class: 'ho-strip__bar-down', ...place, y: MIDDLE, height: tall(bar.down) };
  const drawing = [up, down].filter(half => half.height > 0).map(half => html`<rect ${attributes(half)} />`);
  if (bar.href === undefined) return html`${drawing}`;
  return html`<a href="${bar.href}" tabindex="-1"
    ><title>${bar.name}: ${bar.up} and ${bar.down}</title
    ><rect
      class="ho-strip__press"
      x="${percent(index * widthPercent)}"
      y="0"
      width="${percent(widthPercent)}"
      height="${BOTTOM}"
    />${drawing}</a
  > `;
}

/** A mark for each bar with doubts, drawn over everything else. */
function doubtMarks(bars: readonly Bar[], { widthPercent }: Scale): readonly Html[] {
  return bars.flatMap((bar, index) => (bar.doubts > 0 ? [doubtMark((index + 0.5) * widthPercent)] : []));
}

function doubtMark(xPercent: number): Html {
  return html`<svg class="ho-mark ho-mark--doubt" x="${percent(xPercent)}" y="62" overflow="visible">
    <circle r="6" cx="0" cy="6" class="ho-mark__fill" />
    <text x="0" y="9.5" text-anchor="middle" class="ho-strip__doubt-text">?</text>
  </svg>`;
}

/** One hatched box for each run of days inside a gap. */
function gapsOf(bars: readonly Bar[], fill: string): readonly Html[] {
  const { widthPercent } = scaleOf(bars);
  return runsWhere(bars, bar => bar.isGap).map(
    ({ from, to }) =>
      html`<rect
        class="ho-strip__gap"
        fill="${fill}"
        x="${percent(from * widthPercent)}"
        y="${TOP}"
        width="${percent((to - from) * widthPercent)}"
        height="${BOTTOM - TOP}"
      />`,
  );
}

function shownFrame(bars: readonly Bar[]): readonly Html[] {
  const { widthPercent } = scaleOf(bars);
  return runsWhere(bars, bar => bar.isShown).map(
    ({ from, to }) =>
      html`<rect
        class="ho-strip__shown"
        x="${percent(from * widthPercent)}"
        y="1"
        width="${percent((to - from) * widthPercent)}"
        height="${BOTTOM}"
      />`,
  );
}

/** Runs of neighbouring bars, `to` exclusive. */
function runsWhere(bars: readonly Bar[], is: (bar: Bar) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  bars.forEach((bar, index) => {
    const last = runs.at(-1);
    if (!is(bar)) return;
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/** Dates under the strip, evenly spread; every second one is left out on a phone. */
function ticks(bars: readonly Bar[]): readonly Html[] {
  const { widthPercent } = scaleOf(bars);
  const step = Math.max(1, Math.ceil(bars.length / MOST_TICKS));
  return bars
    .map((bar, index) => ({ bar, index }))
    .filter(({ index }) => index % step === 0 && index * widthPercent < 93)
    .map(({ bar, index }, place) => {
      const x = percent(index * widthPercent);
      return html`<g class="ho-strip__tick${place % 2 === 1 && ' ho-strip__tick--odd'}"
        ><line x1="${x}" y1="${BOTTOM + 4}" x2="${x}" y2="${BOTTOM + 10}" /><text x="${x}" y="${TICK_TEXT}"
          >${bar.shortName}</text
        ></g
      >`;
    });
}

function dayTable(bars: readonly Bar[], upName: string, downName: string): Html {
  return html`<div class="ho-scroll" tabindex="0" role="region" aria-label="Messages by day">
    <table class="ho-table">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">${isolated(upName)}</th>
          <th scope="col">${isolated(downName)}</th>
          <th scope="col">Doubts</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          bar =>
            html`<tr>
              <th scope="row">
                ${bar.href === undefined ? bar.name : html`<a href="${bar.href}">${bar.name}</a>`}${bar.isGap && ' (gap)'}
              </th>
              <td>${bar.up}</td>
              <td>${bar.down}</td>
              <td>${bar.doubts}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
