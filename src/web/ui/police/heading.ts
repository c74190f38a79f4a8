import { html } from '../html.ts';
import type { Html, Printable } from '../html.ts';

/** A number that stands at the top of a page, with what it counts; a link to what it stands for. */
export interface Figure {
  readonly number: number;
  readonly text: string;
  readonly href?: string | undefined;
}

/** The top of a police page: its one `<h1>`, a line under it, and figures or buttons at the right. */
export function pageHeading(options: {
  readonly title: Printable;
  readonly line?: Printable;
  readonly figures?: readonly Figure[];
  readonly actions?: Printable;
}): Html {
  return html`<div class="ho-heading">
    <div class="ho-heading__words">
      <h1>${options.title}</h1>
      ${options.line && html`<p class="ho-heading__line">${options.line}</p>`}
    </div>
    ${
      options.figures &&
      html`<ul class="ho-figures">
        ${options.figures.map(figure)}
      </ul>`
    }${options.actions && html`<div class="ho-heading__actions">${options.actions}</div>`}
  </div>`;
}

/** A heading inside a page, with how many there are under it and what may be done with them. */
export function sectionHeading(title: string, count?: number, actions?: Html): Html {
  return html`<div class="ho-heading ho-heading--section">
    <h2>
      ${title}
      ${count !== undefined && html`<span class="ho-heading__count">${count.toLocaleString('en-GB')}</span>`}
    </h2>
    ${actions}
  </div>`;
}

function figure({ number, text, href }: Figure): Html {
  const words = html`<strong>${number.toLocaleString('en-GB')}</strong> <span>${text}</span>`;
  return html`<li>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</li>`;
}

/** A link among several of which one is chosen. */
export interface ChoiceLink {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

/** Links of which one is chosen, side by side, for example a filter. */
export function choiceLinks(name: string, links: readonly ChoiceLink[]): Html {
  return html`<nav class="ho-choices" aria-label="${name}">
    <ul>
      ${links.map(link => choice(link))}
    </ul>
  </nav>`;
}

/** The second bar of a case or submission: what it is, and links to its parts. */
export function partsBar(options: {
  readonly reference: string;
  readonly detail?: Printable;
  readonly parts?: readonly ChoiceLink[];
}): Html {
  return html`<div class="ho-parts">
    <div class="ho-parts__what">
      <strong>${options.reference}</strong>${options.detail && html`<span>${options.detail}</span>`}
    </div>
    ${
      options.parts &&
      html`<nav aria-label="Parts of ${options.reference}">
        <ul>
          ${options.parts.map(link => choice(link))}
        </ul>
      </nav>`
    }
  </div>`;
}

function choice({ text, href, current, count }: ChoiceLink): Html {
  const words = html`${text}${count !== undefined && html` <span class="ho-choice-count">${count.toLocaleString('en-GB')}</span>`}`;
  return current
    ? html`<li><a href="${href}" aria-current="true">${words}</a></li>`
    : html`<li><a href="${href}">${words}</a></li>`;
}

/** A heading in the column beside the page, over rows of a name and a value. */
export function sideList(
  heading: string,
  rows: readonly { readonly name: Printable; readonly value?: Printable; readonly detail?: Printable }[],
): Html {
  return html`<section class="ho-side">
    <h2>${heading}</h2>
    <ul>
      ${rows.map(
        row =>
          html`<li>
            <span class="ho-side__name">${row.name}</span><span class="ho-side__value">${row.value}</span>${
              row.detail && html`<span class="ho-side__detail">${row.detail}</span>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
