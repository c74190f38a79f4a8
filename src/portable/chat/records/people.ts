import type { DoubtLedger } from '../doubts.ts';

/** So many names are followed; in a larger file nothing is said of who is silent. */
const MOST_NAMES = 10_000;
const LISTED = 50;

/** Who is named as a participant, and who of them wrote nothing. */
export class People {
  readonly #named = new Set<string>();
  readonly #spoke = new Set<string>();

  name(name: string): void {
    if (this.#named.size <= MOST_NAMES) this.#named.add(name);
  }

  speaks(name: string | null): void {
    if (name !== null && this.#spoke.size <= MOST_NAMES) this.#spoke.add(name);
  }

  note(ledger: DoubtLedger): void {
    if (this.#named.size > MOST_NAMES || this.#spoke.size > MOST_NAMES) return;
    const silent = [...this.#named].filter(name => !this.#spoke.has(name));
    if (silent.length === 0) return;
    const more = silent.length > LISTED ? `, and ${silent.length - LISTED} more` : '';
    ledger.noteFile('participant-silent', silent.slice(0, LISTED).map(quoted).join(', ') + more);
  }
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
