import { CHAT_DOUBTS } from './chat-doubts.ts';
import { EXPORT_DOUBTS } from './export-doubts.ts';
import type { Doubt } from './reading.ts';

/** Every doubt a reader may state: what the bytes show, and what could innocently explain it. Codes never change. */
const DOUBTS = { ...CHAT_DOUBTS, ...EXPORT_DOUBTS };

export type DoubtCode = keyof typeof DOUBTS;

const MESSAGES_LISTED = 100;
const NO_CODES: readonly DoubtCode[] = [];

interface Entry {
  count: number;
  readonly messages: number[];
  detail: string | null;
}

/** Collects the doubts of one reading, by code and by message. */
export class DoubtLedger {
  readonly #entries = new Map<DoubtCode, Entry>();
  readonly #byMessage = new Map<number, DoubtCode[]>();

  /** A doubt about the file as a whole. */
  noteFile(code: DoubtCode, detail: string | null = null): void {
    const entry = this.#entry(code);
    if (detail !== null) entry.detail = detail;
  }

  /** A doubt about message `n`, said once even when noted twice. */
  noteMessage(code: DoubtCode, n: number): void {
    const codes = this.#byMessage.get(n);
    if (codes?.includes(code)) return;
    if (codes) codes.push(code);
    else this.#byMessage.set(n, [code]);
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED) entry.messages.push(n);
  }

  /** Counts a doubt about message `n` without keeping it by message: for readers that work it out again in each pass. */
  tally(code: DoubtCode, n: number): void {
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED) entry.messages.push(n);
  }

  codesOf(n: number): readonly DoubtCode[] {
    return this.#byMessage.get(n) ?? NO_CODES;
  }

  /** In the order of the catalogue, so that equal readings are written equally. */
  list(): Doubt[] {
    const codes = Object.keys(DOUBTS) as DoubtCode[];
    return codes.flatMap(code => {
      const entry = this.#entries.get(code);
      return entry ? [asDoubt(code, entry)] : [];
    });
  }

  #entry(code: DoubtCode): Entry {
    let entry = this.#entries.get(code);
    if (!entry) {
      entry = { count: 0, messages: [], detail: null };
      this.#entries.set(code, entry);
    }
    return entry;
  }
}

function asDoubt(code: DoubtCode, { count, messages, detail }: Entry): Doubt {
  const { sentence, causes } = DOUBTS[code];
  const sorted = messages.toSorted((a, b) => a - b);
  return { code, sentence, causes, count, messages: sorted, ...(detail === null ? {} : { detail }) };
}

/** The sentence for a code, for pages that show a message's doubts; null for a code this version does not know. */
export function doubtSentence(code: string): string | null {
  return Object.hasOwn(DOUBTS, code) ? DOUBTS[code as DoubtCode].sentence : null;
}
