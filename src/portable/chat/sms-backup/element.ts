import type { XmlAttributes } from '../xml/scanner.ts';

/** The word that this app writes for a value that is not there. */
export const ABSENT = 'null';

/** The attributes of one element, as this app writes them. */
export class Element {
  readonly name: string;
  readonly #attributes: XmlAttributes;

  constructor(name: string, attributes: XmlAttributes) {
    this.name = name;
    this.#attributes = attributes;
  }

  /** The value; null when it is not there or is the word `null`. */
  text(attribute: string): string | null {
    const value = this.#attributes.values.get(attribute);
    return value === undefined || value === ABSENT ? null : value;
  }

  /** The value as written; null when it is not there. */
  written(attribute: string): string | null {
    return this.#attributes.values.get(attribute) ?? null;
  }

  get hasRepeated(): boolean {
    return this.#attributes.repeated.length > 0;
  }

  /** Whether any attribute that has a value is none of those known. */
  hasUnknown(known: ReadonlySet<string>): boolean {
    for (const [name, value] of this.#attributes.values)
      if (!known.has(name) && value !== ABSENT) return true;
    return false;
  }

  /** Every attribute but those taken, without those that are `null`; then those given again. */
  rest(taken: ReadonlySet<string>): [name: string, value: string][] {
    const rest: [string, string][] = [];
    for (const each of this.#attributes.values)
      if (!taken.has(each[0]) && each[1] !== ABSENT) rest.push(each);
    if (!this.hasRepeated) return rest;
    const again = this.#attributes.repeated.map(([name, value], i): [string, string] => [
      `${name} (again ${i + 1})`,
      value,
    ]);
    return [...rest, ...again];
  }

  /** All of them as one JSON text. */
  asJson(taken: ReadonlySet<string>): string {
    return JSON.stringify(Object.fromEntries(this.rest(taken)));
  }
}
