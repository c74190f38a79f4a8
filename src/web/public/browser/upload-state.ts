import { spokenSize } from '../spoken-time.ts';

/** What leaves the device once the button is pressed. */
export type Leaving = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly archive: { readonly name: string; readonly others: number } | null;
};

/** What the page shows of an upload: what is ready to leave, progress and a way to cancel, a choice, or what went wrong. */
export class UploadState {
  readonly #place: HTMLElement;
  #progress: HTMLProgressElement | null = null;
  #line: HTMLElement | null = null;
  #extra: HTMLElement | null = null;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  begin(fileName: string, cancel: () => void): void {
    const name = paragraph(fileName);
    // A name from outside must not turn round what stands beside it.
    name.dir = 'auto';
    this.#line = paragraph('Looking at the file');
    this.#progress = document.createElement('progress');
    this.#progress.max = 1;
    this.#progress.setAttribute('aria-label', 'Progress');
    this.#extra = document.createElement('div');
    const box = document.createElement('div');
    box.className = 'ho-upload__working';
    box.append(name, this.#line, this.#progress, this.#extra, button('Cancel', 'ho-link-button', cancel));
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
    const words = archive === null ? 'the file ' : 'the words of the chat, ';
    leaves.append(listItem(words, isolated(name), `, ${spokenSize(sizeBytes)}`));
    if (archive !== null && archive.others > 0) {
      const { others } = archive;
      leaves.append(
        listItem(
          others === 1
            ? 'the fingerprint of 1 other file in '
            : `the fingerprints of ${others} other files in `,
          isolated(archive.name),
          others === 1 ? '. The file stays here' : '. The files stay here',
        ),
      );
    }
    const box = document.createElement('div');
    box.className = 'ho-upload__working';
    const heading = paragraph('Nothing has left this device yet.');
    heading.className = 'govuk-body govuk-!-font-weight-bold';
    box.append(
      heading,
      paragraph('Press “Add this file”, and only this leaves it:'),
      leaves,
      button('Do not add it', 'ho-link-button', cancel),
    );
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
        paragraph('There is more than one chat in this zip. Which one do you want to hand in?'),
        ...choices,
        button('None of these: send nothing', 'ho-link-button', answer(null)),
      );
      choices[0]?.focus();
    });
  }

  /** What went wrong with which file; with `goOn`, a button that goes on where it broke off. */
  problem(
    fileName: string,
    words: {
      readonly title: string;
      readonly why: readonly string[];
      readonly todo: readonly string[];
    },
    goOn: (() => void) | null = null,
  ): void {
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
    if (goOn !== null) box.append(button('Go on sending', 'govuk-button govuk-!-margin-bottom-0', goOn));
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
