import type { AccountAnswer } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { keyValues } from '#web/ui/police/index.ts';
import { ACCOUNT_LISTS } from './account-questions.ts';

const MEMBER = /^([A-Za-z]+)\.(\d+)\.([A-Za-z]+)$/;

/** Whether a field is a part of one thing in a list that this version knows: `accounts.0.name`. */
export function isOfList(field: string): boolean {
  const [, list = '', , part = ''] = MEMBER.exec(field) ?? [];
  return partsOf(list).some(([name]) => name === part);
}

function partsOf(list: string): readonly (readonly [string, string])[] {
  return Object.hasOwn(ACCOUNT_LISTS, list) ? (ACCOUNT_LISTS[list]?.parts ?? []) : [];
}

/** Every list of an account, one row for each thing with all its parts. */
export function accountLists(answers: readonly AccountAnswer[]): Html {
  return html`${Object.keys(ACCOUNT_LISTS).map(list => listBlock(list, thingsOf(list, answers)))}`;
}

type Thing = Readonly<Record<string, string>>;

function thingsOf(list: string, answers: readonly AccountAnswer[]): readonly Thing[] {
  const things = new Map<string, Thing>();
  for (const { field, text } of answers) {
    const [, of, n = '', part = ''] = MEMBER.exec(field) ?? [];
    if (of === list && isOfList(field)) things.set(n, { ...things.get(n), [part]: text });
  }
  return [...things.values()];
}

function listBlock(list: string, things: readonly Thing[]): Html | false {
  const words = ACCOUNT_LISTS[list];
  if (things.length === 0 || words === undefined) return false;
  const rows = things.map((thing, n) => ({
    key: `${words.one} ${n + 1}`,
    value: thingWords(thing, words.parts),
  }));
  return html`<h4>${words.heading}</h4>
    ${keyValues(rows)}`;
}

function thingWords(thing: Thing, parts: readonly (readonly [string, string])[]): Html {
  const given = parts.filter(([part]) => (thing[part] ?? '').trim() !== '');
  return html`${given.map(
    ([part, words], n) =>
      html`${n > 0 && html`<br />`}${words}:
        <span class="ho-as-written">${isolated(thing[part] ?? '')}</span>`,
  )}`;
}
