import type { JsonFields } from '../json/fields.ts';

/** Somebody, or a group, as a recipient frame describes it. */
export interface Person {
  readonly name: string | null;
  /** Telephone number or account id, where the file gives one. */
  readonly id: string | null;
  /** `contact`, `group`, `self` and so on. */
  readonly kind: string | null;
}

const MOST_PEOPLE = 100_000;
/** Characters of names and numbers kept in all; a name may be of any length. */
const MOST_CHARACTERS = 1 << 24;
const KINDS = ['contact', 'group', 'self', 'releaseNotes', 'distributionList', 'callLink'];

function joined(...parts: readonly (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(' ') || null;
}

/** The name that a contact chose, else the one in the address book, else a nickname, user name or number. */
function nameOfContact(contact: JsonFields): string | null {
  const nickname = contact.object('nickname');
  return (
    joined(contact.text('profileGivenName'), contact.text('profileFamilyName')) ??
    joined(contact.text('systemGivenName'), contact.text('systemFamilyName')) ??
    joined(nickname?.text('given'), nickname?.text('family')) ??
    joined(contact.text('username')) ??
    numberOf(contact)
  );
}

function numberOf(contact: JsonFields): string | null {
  const number = contact.text('e164');
  return number !== null && /^\d+$/.test(number) ? `+${number}` : number;
}

/** The people and groups of one export, by their numbers within it; as many as a phone has, and not more. */
export class People {
  /** True once somebody was not kept: names may be missing from then on. */
  isFull = false;
  readonly #people = new Map<string, Person>();
  #characters = 0;
  #self: string | null = null;

  /** The account whose export it is: its own recipient has no name. */
  addAccount(account: JsonFields): void {
    this.#self = joined(account.text('givenName'), account.text('familyName')) ?? account.text('username');
  }

  add(recipient: JsonFields): void {
    const id = recipient.text('id');
    if (id === null) return;
    const person = this.#personOf(recipient);
    this.#characters += id.length + (person.name?.length ?? 0) + (person.id?.length ?? 0);
    if (this.#people.size < MOST_PEOPLE && this.#characters <= MOST_CHARACTERS) this.#people.set(id, person);
    else this.isFull = true;
  }

  get(id: string | null): Person | null {
    return id === null ? null : (this.#people.get(id) ?? null);
  }

  #personOf(recipient: JsonFields): Person {
    const kind = KINDS.find(key => recipient.has(key)) ?? null;
    const contact = recipient.object('contact');
    if (contact) return { name: nameOfContact(contact), id: numberOf(contact) ?? contact.text('aci'), kind };
    if (kind === 'self') return { name: this.#self, id: null, kind };
    const title = recipient.object('group')?.object('snapshot')?.object('title')?.text('title') ?? null;
    return { name: title, id: null, kind };
  }
}
