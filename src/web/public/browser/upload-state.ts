import type { ScriptWords } from '../chat/script-words.ts';
import type { RefusalWords } from '../chat/refusal-words.ts';
import { sizeInWords } from '../spoken-size.ts';
import { filled } from './filled.ts';

/** What leaves the device once the button is pressed. */
export type Leaving = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly archive: { readonly name: string; readonly others: number } | null;
};

/** What the page shows of an upload: what is ready to leave, progress and a way to cancel, a choice, or what went wrong. */
export class UploadState {
  readonly #place: HTMLElement;
  readonly #words: ScriptWords;
  #progress: HTMLProgressElement | null = null;
  #line: HTMLElement | null = null;
  #extra: HTMLElement | null = null;

  constructor(place: HTMLElement, words: ScriptWords) {
    this.#place = place;
    this.#words = words;
  }

  begin(fileName: string, cancel: () => void): void {
    const name = paragraph(fileName);
    // A name from outside must not turn round what stands beside it.
    name.dir = 'auto';
    this.#line = paragraph(this.#words.looking);
    this.#progress = document.createElement('progress');
    this.#progress.max = 1;
    this.#progress.setAttribute('aria-label', this.#words.progress);
    this.#extra = document.createElement('div');
    const box = document.createElement('div');
    box.className = 'ho-upload__working';
    box.append(
      name,
      this.#line,
      this.#progress,
      this.#extra,
      button(this.#words.cancel, 'ho-link-button', cancel),
    );
    this.#place.replaceChildren(box);
  }

  step(text: string, share: number): void {
    if (this.#line !== null && this.#line.textContent !== text) this.#line.textContent = text;
    if (this.#progress !== null) this.#progress.value = share;
  }

  /** Says that nothing has left the device, and what leaves it when the button is pressed. */
  ready({ name, sizeBytes, archive }: Leaving, cancel: () => void): void {
    this.#forget();
    const leaves = document.createElement('ul');
    leaves.className = 'govuk-list govuk-list--bullet';
    const words = this.#words;
    const file = { name: isolated(name), size: sizeInWords(sizeBytes, words.bytes) };
    leaves.append(listItem(...filled(archive === null ? words.theFile : words.theWords, file)));
    if (archive !== null && archive.others > 0) {
      const stayed = archive.others === 1 ? words.oneFingerprint : words.fingerprints;
      const of = { count: String(archive.others), archive: isolated(archive.name) };
      leaves.append(listItem(...filled(stayed, of)));
    }
    const box = document.createElement('div');
    box.className = 'ho-upload__working';
    const heading = paragraph(words.nothingLeft);
    heading.className = 'govuk-body govuk-!-font-weight-bold';
    box.append(heading, paragraph(words.pressAdd), leaves, button(words.doNotAdd, 'ho-link-button', cancel));
    this.#place.replaceChildren(box);
  }

  /** Asks which of several chats; resolves to its place in the list, or null. */
  choose(names: readonly string[]): Promise<number | null> {
    return new Promise(resolve => {
      const answer = (index: number | null) => () => {
        this.#extra?.replaceChildren();
        resolve(index);
      };
      const choices = names.map((name, index) =>
        button(name, 'govuk-button govuk-button--secondary', answer(index)),
      );
      this.#extra?.replaceChildren(
        paragraph(this.#words.whichChat),
        ...choices,
        button(this.#words.noneOfThese, 'ho-link-button', answer(null)),
      );
      choices[0]?.focus();
    });
  }

  /** What went wrong with which file; with `goOn`, a button that goes on where it broke off. */
  problem(fileName: string, words: RefusalWords, goOn: (() => void) | null = null): void {
    this.#forget();
    const box = document.createElement('div');
    box.className = 'govuk-error-summary';
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    const heading = document.createElement('h2');
    heading.className = 'govuk-error-summary__title';
    heading.textContent = words.title;
    const list = document.createElement('ul');
    list.className = 'govuk-list govuk-list--bullet';
    list.append(...words.todo.map(text => listItem(text)));
    const name = paragraph(fileName);
    name.className = 'govuk-body ho-file-name';
    name.dir = 'auto';
    box.append(heading, ...(fileName === '' ? [] : [name]), ...words.why.map(paragraph), list);
    if (goOn !== null) box.append(button(this.#words.goOn, 'govuk-button govuk-!-margin-bottom-0', goOn));
    this.#place.replaceChildren(box);
    box.focus();
  }

  clear(): void {
    this.#forget();
    this.#place.replaceChildren();
  }

  #forget(): void {
    this.#progress = null;
    this.#line = null;
    this.#extra = null;
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'govuk-body';
  element.textContent = text;
  return element;
}

function listItem(...parts: readonly (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement('li');
  element.append(...parts);
  return element;
}

/** A name from outside, which must not turn round what stands beside it. */
function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

function button(text: string, className: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.addEventListener('click', onPress);
  return element;
}
