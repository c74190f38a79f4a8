import { escapeHtml, safeAddress } from './escape.ts';
import { isHtml, rawHtml, renderHtml } from './html-value.ts';
import type { Html } from './html-value.ts';
import { findHoles } from './template-holes.ts';
import type { Hole } from './template-holes.ts';

export { isHtml, renderHtml };
export type { Html };

/** What may stand in a `${…}`: text and numbers are escaped, lists are joined, nothing prints nothing. */
export type Printable =
  string | number | bigint | Html | AttributeList | false | null | undefined | readonly Printable[];

/** Attribute values by name: text is escaped, `true` prints the bare name, `false`, null and undefined print nothing. */
export type AttributeValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

class AttributeList {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  /** The markup of a list made here, or undefined for anything else. */
  static markupOf(value: unknown): string | undefined {
    return typeof value === 'object' && value !== null && #markup in value ? value.#markup : undefined;
  }
}

/** A template that has been checked, with its own text without indentation. */
interface Template {
  readonly parts: readonly string[];
  readonly holes: readonly Hole[];
}

/** Each template literal is checked once: it keeps one array of its parts for all its calls. */
const checkedTemplates = new WeakMap<TemplateStringsArray, Template>();

/**
 * The one way to write markup: html`<p title="${title}">${text}</p>`.
 *
 * Text is escaped wherever it stands, addresses in `href`, `src` and `action` keep only harmless schemes, nested `Html`
 * and lists are joined, and the indentation of the template's own lines is left out. A hole where no text is safe (unquoted value, tag name, script, style, `on…`) throws.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Printable[]): Html {
  const template = templateOf(parts);
  let markup = template.parts[0]!;
  template.holes.forEach((hole, index) => {
    markup += printAt(hole, values[index]) + template.parts[index + 1]!;
  });
  return rawHtml(markup);
}

/** A list of attributes for a tag: html`<input ${attributes({ id, checked })}>`. Event handlers and `style` are refused. */
export function attributes(values: AttributeValues): AttributeList {
  return new AttributeList(Object.entries(values).map(printAttribute).filter(Boolean).join(' '));
}

/** Joins pieces of markup with nothing, or with a piece, between them. */
export function joinHtml(pieces: readonly Printable[], between: Html | string = ''): Html {
  return html`${pieces.map((piece, index) => (index === 0 ? piece : [between, piece]))}`;
}

/** Nothing at all. */
export const NOTHING: Html = rawHtml('');

function templateOf(parts: TemplateStringsArray): Template {
  const known = checkedTemplates.get(parts);
  if (known) return known;
  const checked = { holes: findHoles(parts), parts: parts.map(part => part.replace(/\n[ \t]+/g, '\n')) };
  checkedTemplates.set(parts, checked);
  return checked;
}

function printAt(hole: Hole, value: Printable): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(each => printAt(hole, each as Printable)).join('');
  if (hole.place === 'tag') {
    const markup = AttributeList.markupOf(value);
    if (markup === undefined) throw new TypeError('Only attributes({…}) may stand inside a tag.');
    return markup;
  }
  if (isHtml(value)) {
    if (hole.place !== 'text') throw new TypeError('Html cannot stand inside an attribute.');
    return renderHtml(value);
  }
  return printText(hole, value);
}

function printText(hole: Hole, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
    throw new TypeError(`A template cannot print a value of type ${typeof value}.`);
  }
  const text = String(value);
  return escapeHtml(hole.place === 'value' && hole.address ? safeAddress(text) : text);
}

function printAttribute([name, value]: [string, AttributeValues[string]]): string {
  if (!/^[a-z][a-z0-9:-]*$/i.test(name) || /^(on|style$|srcdoc$)/i.test(name)) {
    throw new TypeError(`The attribute ${name} cannot be set.`);
  }
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return name;
  const isAddress = /^(href|src|action|formaction|poster|xlink:href)$/i.test(name);
  return `${name}="${escapeHtml(isAddress ? safeAddress(String(value)) : String(value))}"`;
}
