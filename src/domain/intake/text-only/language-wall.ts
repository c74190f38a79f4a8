import { EvenLetters } from './even-letters.ts';
import type { StateReader, StateWriter } from './kept-state.ts';
import { MessageBodies } from './message-bodies.ts';
import { UnlikeLanguage } from './unlike-language.ts';

/** Finds long stretches that are no language: in the whole text, and in what is left of it without headers and keys. */
export class LanguageWall {
  readonly #whole = new UnlikeLanguage();
  readonly #inBodies = new UnlikeLanguage();
  readonly #bodies = new MessageBodies();
  readonly #letters = new EvenLetters();

  /** Reads on; true when the text so far holds one. `unescaped` is the same piece of text without escapes. */
  push(text: Uint8Array, unescaped: Uint8Array): boolean {
    return (
      this.#whole.push(unescaped) ||
      this.#inBodies.push(this.#bodies.push(text)) ||
      this.#letters.push(unescaped)
    );
  }

  save(state: StateWriter): void {
    for (const part of this.#parts()) part.save(state);
  }

  load(state: StateReader): void {
    for (const part of this.#parts()) part.load(state);
  }

  #parts() {
    return [this.#whole, this.#bodies, this.#inBodies, this.#letters];
  }
}
