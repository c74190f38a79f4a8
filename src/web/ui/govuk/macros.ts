import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import nunjucks from 'nunjucks';
import { isHtml, rawHtml, renderHtml } from '../html-value.ts';
import type { Html } from '../html-value.ts';
import { PACKAGE_FOLDERS } from '../package-folders.ts';

/** The folder of the installed GOV.UK Frontend, `dist/govuk`. */
export const GOVUK_FOLDER = join(PACKAGE_FOLDERS['govuk-frontend'], 'dist/govuk');

/** The templates of the official macros, read once when the program starts: none is read while a page is made. */
const templates = new Map(
  ['macros', 'components'].flatMap(folder =>
    readdirSync(join(GOVUK_FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.njk'))
      .map(name => join(GOVUK_FOLDER, folder, name))
      .map(path => [relative(GOVUK_FOLDER, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const),
  ),
);

/** Gives Nunjucks the templates held in memory. */
class MemoryLoader extends nunjucks.Loader implements nunjucks.ILoader {
  getSource(name: string): nunjucks.LoaderSource {
    const src = templates.get(name);
    if (src === undefined) throw new Error(`GOV.UK Frontend has no template ${name}`);
    return { src, path: name, noCache: false };
  }

  override resolve(from: string, to: string): string {
    return posix.join(posix.dirname(from), to);
  }
}

const environment = new nunjucks.Environment(new MemoryLoader(), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

const compiled = new Map<string, nunjucks.Template>();

/** Calls the official macro of a component, for example `error-summary`, with checked options. */
export function renderMacro(component: string, options: object): Html {
  return rawHtml(macroOf(component).render({ params: plain(options, '') }));
}

function macroOf(component: string): nunjucks.Template {
  const known = compiled.get(component);
  if (known) return known;
  const name = `govuk-${component}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const call = `{%- from "components/${component}/macro.njk" import ${name} -%}{{- ${name}(params) -}}`;
  const template = new nunjucks.Template(call, environment, `${component}.njk`, true);
  compiled.set(component, template);
  return template;
}

/**
 * Copies options for Nunjucks. The macros print `html` options and string `attributes` unescaped, so such an option
 * is accepted only as a real `Html` (or as an object), whatever the types were told; text options are escaped there.
 */
function plain(value: unknown, name: string): unknown {
  if (isHtml(value)) {
    if (!isHtmlSlot(name)) throw new TypeError(`The option ${name} takes text, not Html.`);
    return renderHtml(value);
  }
  if (isHtmlSlot(name) && value) throw new TypeError(`The option ${name} takes Html only.`);
  if (/attributes$/i.test(name) && value !== undefined) return plainAttributes(value, name);
  if (Array.isArray(value)) return value.map(item => plain(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, key)]));
}

function isHtmlSlot(name: string): boolean {
  return /(^h|H)tml$/.test(name);
}

/** Attribute names are printed by the macros as they are, so anything but a plain name is refused here. */
function plainAttributes(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new TypeError(`The option ${name} takes an object.`);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const bad = entries.find(([key]) => !/^[a-z][a-z0-9.-]*$/i.test(key) || /^(on|style$|srcdoc$)/i.test(key));
  if (bad) throw new TypeError(`The attribute ${bad[0]} cannot be set.`);
  return Object.fromEntries(entries);
}
