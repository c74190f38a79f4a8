import type { ReadingHead } from '#portable/chat/index.ts';
import { doubtSentence } from '#portable/chat/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { doubtBlock, mark } from '#web/ui/police/index.ts';
import { anchorOf } from './conversation-query.ts';
import { messageNumber } from './numbers.ts';
import type { Row } from './message-words.ts';

const MOST_UNDER_A_MESSAGE = 40;

/**
 * Doubts under messages. The first time a doubt stands on a page it comes with what could innocently explain it; after
 * that a line says that it is the same, so that a doubt of every message does not bury the conversation.
 */
export class DoubtsOfPage {
  readonly #head: ReadingHead | null;
  readonly #said = new Map<string, number>();

  constructor(head: ReadingHead | null) {
    this.#head = head;
  }

  under(row: Row): Html[] {
    return row.doubts.slice(0, MOST_UNDER_A_MESSAGE).map(code => {
      const first = this.#said.get(code);
      if (first !== undefined) return againLine(code, first);
      this.#said.set(code, row.n);
      return this.#whole(code, row);
    });
  }

  #whole(code: string, row: Row): Html {
    const causes = this.#head?.doubts.find(doubt => doubt.code === code)?.causes ?? [];
    return doubtBlock({
      heading: sentenceOf(code),
      text: html`${row.otherReading !== undefined && otherWords(row.otherReading)}${causes.length > 0 && html`Could be: ${causes.map(cause => html`${cause} `)}`}`,
    });
  }
}

function sentenceOf(code: string): string {
  return doubtSentence(code) ?? `The reader noted “${code}”, which this page does not know.`;
}

function againLine(code: string, first: number): Html {
  return html`<p class="ho-doubt-again">
    ${mark('doubt', 'Doubt:')} ${sentenceOf(code)}
    <a href="#${anchorOf(first)}">As at message ${messageNumber(first)}</a>
  </p>`;
}

function otherWords({ kind, speaker, body }: NonNullable<Row['otherReading']>): Html {
  return html`The other reading:
  ${kind}${speaker === null ? ' of nobody' : html` of ${isolated(speaker.slice(0, 80))}`},
  “${isolated(body.slice(0, 200))}”. `;
}
